import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { ALERTS_PER_PAGE, type AlertFilter, alertsQuery } from '../../api/alerts/list.ts';
import { nodeNow } from '../../api/node-clock.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { AlertFilters } from './list/alert-filters.tsx';
import { AlertsTable } from './list/alerts-table.tsx';
import { ColumnMenu } from './list/column-menu.tsx';
import { NoAlerts } from './list/no-alerts.tsx';
import { fromSaved, toQuery } from './list/query.ts';
import { SavedFilters } from './list/saved-filters.tsx';

const route = getRouteApi('/alerts');

/** Every alert the officer may read, by filters and an order that stand in the address. */
export function AlertsPage() {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const { cursor, page = 1, ...filter } = route.useSearch();
  const query = toQuery(filter, nodeNow());
  const alerts = useQuery(alertsQuery({ ...query, ...(cursor ? { cursor } : {}) }));
  const mayDraft = useMay('alerts.draft');
  /** A changed filter begins at its first page. */
  const change = (to: (filter: AlertFilter) => AlertFilter) =>
    void navigate({ search: ({ cursor: _, page: __, ...now }) => to(now) });
  const show = (next: AlertFilter) => change(() => next);

  return (
    <Page
      title={intl.formatMessage({ id: 'alerts.title' })}
      lead={<FormattedMessage id="alerts.lead" />}
      actions={
        <>
          <ColumnMenu />
          {mayDraft && (
            <Button weight="main" icon={<IconPlus aria-hidden />} onClick={() => void go({ to: '/alerts/new' })}>
              <FormattedMessage id="alerts.new" />
            </Button>
          )}
        </>
      }
    >
      <AlertFilters filter={filter} unaccepted={alerts.data?.unaccepted ?? 0} onFilter={change}>
        <SavedFilters filter={filter} onApply={(saved) => show(fromSaved(saved))} />
      </AlertFilters>
      <Panel flush>
        <Part query={alerts} lines={10}>
          {(found) =>
            found.alerts.length === 0 ? (
              <NoAlerts filter={filter} mayDraft={mayDraft} onClear={() => show({})} />
            ) : (
              <>
                <AlertsTable
                  alerts={found.alerts}
                  sort={query.sort ?? 'updated'}
                  descending={query.descending ?? true}
                  onSort={(sort, descending) => change((now) => ({ ...now, sort, descending }))}
                />
                <Pager
                  page={page}
                  perPage={ALERTS_PER_PAGE}
                  total={found.total}
                  more={found.more}
                  next={found.next}
                  onFirst={() => show(filter)}
                  onNext={(next) => void navigate({ search: { ...filter, cursor: next, page: page + 1 } })}
                />
              </>
            )
          }
        </Part>
      </Panel>
      <p>
        <Link to="/alerts/figures">
          <FormattedMessage id="alerts.figures.link" />
        </Link>
      </p>
    </Page>
  );
}
