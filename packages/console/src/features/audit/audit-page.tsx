import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/access.ts';
import { exportRecords, RECORDS_PER_PAGE, recordsQuery } from '../../api/audit.ts';
import { Button } from '../../ui/button.tsx';
import { download } from '../../ui/download.ts';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Part } from '../../ui/part.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { RecordsTable } from './records-table.tsx';

const route = getRouteApi('/audit');

/** Who did what, when, why: the log, by filters that stand in the address. */
export function AuditPage() {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const { cursor, page = 1, ...filter } = route.useSearch();
  const records = useQuery(recordsQuery(filter, cursor));
  const mayExport = useMay('audit.export');
  const [exporting, setExporting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function save() {
    setExporting(true);
    setFailure(null);
    try {
      download(`entente-log-${new Date().toISOString().slice(0, 10)}.jsonl`, await exportRecords(filter));
    } catch (error) {
      setFailure(error);
    } finally {
      setExporting(false);
    }
  }

  return (
    <Page
      title={intl.formatMessage({ id: 'audit.title' })}
      lead={<FormattedMessage id="audit.lead" />}
      actions={
        mayExport && (
          <Button icon={<IconDownload aria-hidden />} busy={exporting} onClick={() => void save()}>
            <FormattedMessage id="audit.export" />
          </Button>
        )
      }
    >
      {failure !== null && <ProblemNote error={failure} retry={() => void save()} />}
      <AuditFilters key={JSON.stringify(filter)} filter={filter} onFilter={(next) => void navigate({ search: next })} />
      <Panel flush>
        <Part query={records} lines={10}>
          {(found) =>
            found.total === 0 ? (
              <Empty
                title={<FormattedMessage id="audit.none" />}
                action={
                  <Button onClick={() => void navigate({ search: {} })}>
                    <FormattedMessage id="audit.filter.clear" />
                  </Button>
                }
              >
                <FormattedMessage id="audit.none.next" />
              </Empty>
            ) : (
              <>
                <RecordsTable records={found.records} />
                <Pager
                  page={page}
                  perPage={RECORDS_PER_PAGE}
                  total={found.total}
                  next={found.next}
                  onFirst={() => void navigate({ search: filter })}
                  onNext={(next) => void navigate({ search: { ...filter, cursor: next, page: page + 1 } })}
                />
              </>
            )
          }
        </Part>
      </Panel>
    </Page>
  );
}
