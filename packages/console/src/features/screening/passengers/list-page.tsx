import type { PassengerListReport, PassengerListView } from '@entente/contracts/screening/passenger-list';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { passengerReportQuery } from '../../../api/screening/passenger-lists.ts';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Part } from '../../../ui/part.tsx';
import { ReferenceMark } from '../reference/reference-mark.tsx';
import { Hits } from './hits.tsx';
import { ListOverview } from './list-overview.tsx';
import style from './passengers.module.css';
import { usePassengerList } from './running-list.ts';
import { UnreadTable } from './unread-table.tsx';

const route = getRouteApi('/passenger-lists/$id');

/** One passenger list: live while it runs, a report until it is closed. Nothing of anybody goes into the address or any storage. */
export function PassengerListPage() {
  const intl = useIntl();
  const { id } = route.useParams();
  const followed = usePassengerList(id);
  const name = followed.data?.name;
  return (
    <Page
      title={name || intl.formatMessage({ id: 'passengers.one' })}
      actions={
        <Link to="/passenger-lists">
          <FormattedMessage id="passengers.all" />
        </Link>
      }
    >
      <Part query={followed}>{(view) => <ListReport view={view} />}</Part>
    </Page>
  );
}

function ListReport({ view }: { view: PassengerListView }) {
  // Fetched before the first hit needs it.
  useQuery(catalogueQuery);
  const report = useQuery({ ...passengerReportQuery(view), enabled: view.hits > 0 || view.state !== 'running' });
  return (
    <>
      <ListOverview view={view} mark={<Reference id={view.id} report={report.data} />} />
      {report.isEnabled && (
        <Part query={report}>
          {(read) => (
            <>
              <Hits hits={read.hits} running={view.state === 'running'} />
              {view.state !== 'running' && read.unread.length + read.notReached.length > 0 && (
                <Panel flush>
                  <div className={style.inset}>
                    <UnreadTable unread={read.unread} notReached={read.notReached} />
                  </div>
                </Panel>
              )}
            </>
          )}
        </Part>
      )}
    </>
  );
}

/** Whoever is to be met without a word is behind the mark, in the same place as at the desk's. */
function Reference({ id, report }: { id: string; report: PassengerListReport | undefined }) {
  const met = useMemo(
    () =>
      [...(report?.hits ?? []), ...(report?.discreet ?? [])].flatMap(({ line, check, found }) =>
        found && found.discreet.length > 0
          ? [{ line, check, names: found.readAs.names, discreet: found.discreet }]
          : [],
      ),
    [report],
  );
  return <ReferenceMark code={id.slice(-6)} met={met} />;
}
