import type { SessionSummary } from '@entente/contracts/access';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { revokeSession, sessionsQuery, useMay, useSession } from '../../api/access.ts';
import { Button } from '../../ui/button.tsx';
import { Confirmation } from '../../ui/confirmation.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { Table } from '../../ui/table.tsx';

/** Where the officer is signed in; the administrator sees everybody's sessions. */
export function SessionsPage() {
  const intl = useIntl();
  const client = useQueryClient();
  const { officer } = useSession();
  const mayRevoke = useMay('access.revoke-session');
  const sessions = useQuery(sessionsQuery);
  const [ending, setEnding] = useState<SessionSummary | null>(null);
  const title = intl.formatMessage({ id: 'sessions.title' });
  return (
    <Page title={title} lead={<FormattedMessage id="sessions.lead" />}>
      <Panel flush>
        <Part query={sessions}>
          {(list) => (
            <Table
              caption={title}
              head={
                <>
                  <th scope="col">
                    <FormattedMessage id="sessions.officer" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="sessions.started" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="sessions.seen" />
                  </th>
                  <th scope="col">
                    <FormattedMessage id="sessions.expires" />
                  </th>
                  <th scope="col">
                    <Hidden>
                      <FormattedMessage id="ui.actions" />
                    </Hidden>
                  </th>
                </>
              }
            >
              {list.map((session) => (
                <tr key={session.id}>
                  <td>{session.officer.displayName}</td>
                  <td>
                    <Moment at={session.startedAt} />
                  </td>
                  <td>
                    <Moment at={session.lastSeenAt} />
                  </td>
                  <td>
                    <Moment at={session.expiresAt} />
                  </td>
                  <td data-number>
                    {session.current ? (
                      <FormattedMessage id="sessions.current" />
                    ) : (
                      mayRevoke && (
                        <Button weight="quiet" onClick={() => setEnding(session)}>
                          <FormattedMessage id="sessions.end" />
                        </Button>
                      )
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Part>
      </Panel>
      {ending && (
        <Confirmation
          title={intl.formatMessage({ id: 'sessions.end.title' })}
          consequence={intl.formatMessage(
            { id: ending.officer.id === officer?.id ? 'sessions.end.own' : 'sessions.end.other' },
            { name: ending.officer.displayName },
          )}
          verb={intl.formatMessage({ id: 'sessions.end' })}
          act={async () => {
            await revokeSession(ending.id);
            await client.invalidateQueries(sessionsQuery);
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </Page>
  );
}
