import type { RecordView } from '@entente/contracts/audit';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Mark } from '../../ui/mark.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Table } from '../../ui/table.tsx';
import { eventInWords } from './event-words.ts';
import { usePurposeWords } from './purpose-words.ts';
import style from './records.module.css';

export function RecordsTable({ records }: { records: RecordView[] }) {
  const intl = useIntl();
  const purposes = usePurposeWords();
  return (
    <Table
      caption={intl.formatMessage({ id: 'audit.title' })}
      head={
        <>
          <th scope="col">
            <FormattedMessage id="audit.at" />
          </th>
          <th scope="col">
            <FormattedMessage id="audit.event" />
          </th>
          <th scope="col">
            <FormattedMessage id="audit.actor" />
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
          <th scope="col" data-number>
            <FormattedMessage id="audit.position" />
          </th>
        </>
      }
    >
      {records.map(({ content, actorName, index }) => (
        <tr key={content.id}>
          <td className={style.at}>
            <Link to="/audit/$id" params={{ id: content.id }}>
              <Moment at={content.at} seconds />
            </Link>
          </td>
          <td>
            {eventInWords(intl, content.event)} <code className={style.code}>{content.event}</code>
          </td>
          <td>{actorName}</td>
          <td>{content.purpose && purposes.purpose(content.purpose)}</td>
          <td>{content.case && <code>{content.case}</code>}</td>
          <td>
            <Mark kind={content.outcome} />
          </td>
          <td data-number>{index === null ? <Mark kind="pending" /> : <FormattedNumber value={index} />}</td>
        </tr>
      ))}
    </Table>
  );
}
