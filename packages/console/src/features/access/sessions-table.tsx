import type { SessionSummary, SignInMethod } from '@entente/contracts/access';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { revokeSession, sessionsQuery, useMay, useSession } from '../../api/access.ts';
import { ownTrailKey } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { Confirmation } from '../../ui/confirmation.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Table } from '../../ui/table.tsx';

const METHODS = {
  password: 'sessions.method.password',
  passkey: 'sessions.method.passkey',
  'one-click': 'sessions.method.one-click',
} as const satisfies Record<SignInMethod, string>;

interface SessionsTableProps {
  sessions: SessionSummary[];
  /** All are of one officer, who need not be named in each row. */
  own?: boolean;
}

/** Sessions that go on, and a way to end each but the one at work. */
export function SessionsTable({ sessions, own = false }: SessionsTableProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const { officer } = useSession();
  const mayRevoke = useMay('access.revoke-session');
  const [ending, setEnding] = useState<SessionSummary | null>(null);
  return (
    <>
      <Table caption={intl.formatMessage({ id: 'sessions.title' })} head={<SessionsHead own={own} />}>
        {sessions.map((session) => (
          <tr key={session.id}>
            {!own && <td>{session.officer.displayName}</td>}
            <td>
              <FormattedMessage id={METHODS[session.method]} />
            </td>
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
            await Promise.all([client.invalidateQueries(sessionsQuery), client.invalidateQueries(ownTrailKey)]);
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}

function SessionsHead({ own }: { own: boolean }) {
  return (
    <>
      {!own && (
        <th scope="col">
          <FormattedMessage id="sessions.officer" />
        </th>
      )}
      <th scope="col">
        <FormattedMessage id="sessions.method" />
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
  );
}
