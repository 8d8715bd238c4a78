import type { ScreeningFigures } from '@entente/contracts/screening/shift';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { dayInWords } from '../../../ui/day.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Table } from '../../../ui/table.tsx';
import style from './searches.module.css';

const COUNTS = ['checks', 'listed', 'hits', 'noHits', 'unreadable'] as const;
const HEADS = {
  checks: 'searches.checks',
  listed: 'searches.listed',
  hits: 'searches.hits',
  noHits: 'searches.no-hits',
  unreadable: 'searches.unreadable',
} as const;

/** Checks a day, the latest first, with a bar that makes a busy day seen. */
export function DaysTable({ days }: { days: ScreeningFigures['days'] }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'searches.days' });
  const most = Math.max(1, ...days.map(({ checks, listed }) => checks + listed));
  return (
    <Panel flush title={title}>
      {days.length === 0 ? (
        <Empty title={<FormattedMessage id="searches.none" />} />
      ) : (
        <Table
          caption={title}
          head={
            <>
              <th scope="col">
                <FormattedMessage id="searches.day" />
              </th>
              {COUNTS.map((count) => (
                <th key={count} scope="col" data-number>
                  <FormattedMessage id={HEADS[count]} />
                </th>
              ))}
              <th scope="col" className={style.bars} aria-hidden />
            </>
          }
        >
          {days.map((day) => (
            <tr key={day.day}>
              <td className={style.day}>{dayInWords(intl, day.day)}</td>
              {COUNTS.map((count) => (
                <td key={count} data-number>
                  <FormattedNumber value={day[count]} />
                </td>
              ))}
              <td className={style.bars} aria-hidden>
                <svg width="100%" height="8" className={style.bar} aria-hidden="true">
                  <rect width={`${((day.checks + day.listed) / most) * 100}%`} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
