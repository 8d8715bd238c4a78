import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { sessionsQuery } from '../../api/access.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { SessionsTable } from './sessions-table.tsx';

/** Where the officer is signed in; the administrator sees everybody's sessions. */
export function SessionsPage() {
  const intl = useIntl();
  const sessions = useQuery(sessionsQuery);
  return (
    <Page title={intl.formatMessage({ id: 'sessions.title' })} lead={<FormattedMessage id="sessions.lead" />}>
      <Panel flush>
        <Part query={sessions}>{(list) => <SessionsTable sessions={list} />}</Part>
      </Panel>
    </Page>
  );
}
