import type { OwnRecord } from '@entente/contracts/audit';
import { FormattedMessage, useIntl } from 'react-intl';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Table } from '../../ui/table.tsx';
import { eventInWords } from './event-words.ts';
import style from './own-trail.module.css';
import { usePurposeWords } from './purpose-words.ts';

export function OwnTrailTable({ records }: { records: OwnRecord[] }) {
  const intl = useIntl();
  const purposes = usePurposeWords();
  return (
    <Table caption={intl.formatMessage({ id: 'account.trail' })} head={<TrailHead />}>
      {records.map((record) => (
        <tr key={record.id}>
          <td className={style.at}>
            <Moment at={record.at} seconds />
          </td>
          <td>
            {eventInWords(intl, record.event)} <code className={style.code}>{record.event}</code>
          </td>
          <td className={style.facts}>
            {Object.entries(record.facts).map(([name, value]) => (
              <span key={name} className={style.fact}>
                {name} <code>{shortened(String(value))}</code>
              </span>
            ))}
          </td>
          <td>{record.purpose && purposes.purpose(record.purpose)}</td>
          <td>{record.case && <code>{record.case}</code>}</td>
          <td>
            <Mark kind={record.outcome} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Hashes by their beginning, which is enough to tell them apart by eye. */
function shortened(value: string): string {
  return /^[0-9a-f]{32,}$/.test(value) ? `${value.slice(0, 8)}…` : value;
}

function TrailHead() {
  return (
    <>
      <th scope="col">
        <FormattedMessage id="audit.at" />
      </th>
      <th scope="col">
        <FormattedMessage id="audit.event" />
      </th>
      <th scope="col">
        <FormattedMessage id="account.trail.facts" />
      </th>
      <th scope="col">
        <FormattedMessage id="audit.purpose" />
      </th>
      <th scope="col">
        <FormattedMessage id="audit.case" />
      </th>
      <th scope="col">
        <FormattedMessage id="audit.outcome" />
      </th>
    </>
  );
}
