import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Empty } from '../../../ui/empty.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';

const COUNTS = ['checks', 'listed', 'hits', 'byName', 'refused'] as const;
const HEADS = {
  checks: 'searches.checks',
  listed: 'searches.listed',
  hits: 'searches.hits',
  byName: 'searches.by-name',
  refused: 'searches.refused',
} as const;

/** Every officer's searches, counted. */
export function OfficersTable({ officers }: { officers: ScreeningFigures['officers'] }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'searches.officers' });
  return (
    <Panel flush title={title}>
      {officers.length === 0 ? (
        <Empty title={<FormattedMessage id="searches.none" />} />
      ) : (
        <Table
          caption={title}
          head={
            <>
              <th scope="col">
                <FormattedMessage id="searches.officer" />
              </th>
              {COUNTS.map((count) => (
                <th key={count} scope="col" data-number>
                  <FormattedMessage id={HEADS[count]} />
                </th>
              ))}
            </>
          }
        >
          {officers.map((officer) => (
            <tr key={officer.id}>
              <td>{officer.name}</td>
              {COUNTS.map((count) => (
                <td key={count} data-number>
                  <FormattedNumber value={officer[count]} />
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
