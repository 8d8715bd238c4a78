import type { SessionSummary } from '@entente/contracts/access';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { endOtherSessions, sessionsQuery, useSession } from '../../../api/access.ts';
import { ownTrailKey } from '../../../api/audit.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirmation } from '../../../ui/confirmation.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { SessionsTable } from '../sessions-table.tsx';

/** The officer's own sessions, and the end of all but the one at work. */
export function OwnSessions() {
  const intl = useIntl();
  const client = useQueryClient();
  const { officer } = useSession();
  const sessions = useQuery(sessionsQuery);
  const [ending, setEnding] = useState(false);
  const mine = (all: SessionSummary[]) => all.filter((session) => session.officer.id === officer?.id);
  const others = mine(sessions.data ?? []).filter(({ current }) => !current).length;
  return (
    <Panel
      flush
      title={<FormattedMessage id="sessions.title" />}
      aside={
        others > 0 && (
          <Button onClick={() => setEnding(true)}>
            <FormattedMessage id="account.sessions.end-others" />
          </Button>
        )
      }
    >
      <Part query={sessions}>{(all) => <SessionsTable own sessions={mine(all)} />}</Part>
      {ending && (
        <Confirmation
          title={intl.formatMessage({ id: 'account.sessions.end-others.title' })}
          consequence={<FormattedMessage id="account.sessions.end-others.consequence" values={{ sessions: others }} />}
          verb={intl.formatMessage({ id: 'account.sessions.end-others' })}
          act={async () => {
            await endOtherSessions();
            await Promise.all([client.invalidateQueries(sessionsQuery), client.invalidateQueries(ownTrailKey)]);
          }}
          onClose={() => setEnding(false)}
        />
      )}
    </Panel>
  );
}
