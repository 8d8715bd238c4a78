import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { inquiriesQuery } from '../../../api/inquiries.ts';
import { useCountries } from '../../../ui/countries.ts';
import { markOfInquiry } from '../../../ui/inquiry-mark.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';
import style from '../list/follow-ups-table.module.css';

const HEADS = [
  'inquiries.reference',
  'follow-ups.state',
  'follow-ups.other',
  'inquiries.asked',
  'inquiries.until',
  'inquiries.officer',
] as const;

/** Among the cases: what asks hit, for this state to tell or told by others. Nothing where there is none. */
export function InquiriesSection() {
  const intl = useIntl();
  const countries = useCountries();
  const { data } = useQuery(inquiriesQuery);
  if (!data || data.inquiries.length === 0) return null;
  const title = intl.formatMessage({ id: 'inquiries.title' });
  return (
    <Panel flush title={title} aside={<FormattedMessage id="inquiries.waiting" values={{ count: data.waiting }} />}>
      <Table
        caption={title}
        head={HEADS.map((id) => (
          <th key={id} scope="col">
            <FormattedMessage id={id} />
          </th>
        ))}
      >
        {data.inquiries.map((one) => (
          <tr key={one.id}>
            <td>
              <Link to="/inquiries/$id" params={{ id: one.id }} className={style.alert}>
                <code>{one.reference.slice(0, 8)}…</code>
              </Link>
            </td>
            <td>
              <Mark kind={markOfInquiry(one)} />
            </td>
            <td>
              {countries.name(one.other)}
              <span className={style.second}>
                <FormattedMessage id={one.side === 'owning' ? 'inquiries.owning' : 'inquiries.asking'} />
              </span>
            </td>
            <td className={style.nowrap}>
              <Moment at={one.askedAt} />
            </td>
            <td className={style.nowrap}>
              <Moment at={one.expiresAt} />
            </td>
            <td>{one.officer?.name}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
