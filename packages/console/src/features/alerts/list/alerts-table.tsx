import type { AlertSort, AlertSummary } from '@entente/contracts/alerts/alert';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useStore } from '../../../api/store.ts';
import { Waiting } from '../../../ui/part.tsx';
import { Table } from '../../../ui/table.tsx';
import { useSpeech } from '../words/content-words.ts';
import { AlertRow } from './alert-row.tsx';
import { COLUMNS, type Column, columns } from './columns.ts';
import { SortHead } from './sort-head.tsx';

interface AlertsTableProps {
  alerts: AlertSummary[];
  sort: AlertSort;
  descending: boolean;
  onSort: (sort: AlertSort, descending: boolean) => void;
}

const SORTED: Partial<Record<Column, AlertSort>> = { expires: 'expires', review: 'review', updated: 'updated' };

/** Alerts line by line, with the columns the officer wants. */
export function AlertsTable({ alerts, ...order }: AlertsTableProps) {
  const intl = useIntl();
  const shown = useStore(columns);
  const speech = useSpeech();
  if (!speech) return <Waiting lines={8} />;
  return (
    <Table
      caption={intl.formatMessage({ id: 'alerts.title' })}
      head={
        <>
          <SortHead by="reference" {...order}>
            <FormattedMessage id="alerts.column.reference" />
          </SortHead>
          <th scope="col">
            <FormattedMessage id="alerts.column.name" />
          </th>
          {shown.map((column) => (
            <Head key={column} sorts={SORTED[column]} order={order}>
              <FormattedMessage id={COLUMNS[column]} />
            </Head>
          ))}
        </>
      }
    >
      {alerts.map((alert) => (
        <AlertRow key={alert.id} alert={alert} columns={shown} speech={speech} />
      ))}
    </Table>
  );
}

interface HeadProps {
  sorts: AlertSort | undefined;
  order: Omit<AlertsTableProps, 'alerts'>;
  children: ReactNode;
}

function Head({ sorts, order, children }: HeadProps) {
  if (!sorts) return <th scope="col">{children}</th>;
  return (
    <SortHead by={sorts} {...order}>
      {children}
    </SortHead>
  );
}
