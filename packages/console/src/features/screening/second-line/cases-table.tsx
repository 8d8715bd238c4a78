import type { SecondLineSummary } from '@entente/contracts/screening/second-line';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { Moment } from '../../../ui/moment.tsx';
import { Table } from '../../../ui/table.tsx';
import { DIRECTIONS } from '../directions.ts';
import style from './cases-table.module.css';
import { ClockMark } from './clock-mark.tsx';

const HEADS = ['cases.traveller', 'cases.clock', 'cases.progress', 'cases.opened', 'cases.place'] as const;

/** Cases in the order the node gives; the traveller masked, the clock running. */
export function CasesTable({ caption, cases }: { caption: string; cases: SecondLineSummary[] }) {
  return (
    <Table
      caption={caption}
      head={HEADS.map((id) => (
        <th key={id} scope="col">
          <FormattedMessage id={id} />
        </th>
      ))}
    >
      {cases.map((one) => (
        <tr key={one.id}>
          <td>
            <Link to="/second-line/$id" params={{ id: one.id }} className={style.traveller}>
              <bdi>{one.traveller}</bdi>
            </Link>
          </td>
          <td>
            <ClockMark clock={one.clock} />
          </td>
          <td className={style.nowrap}>
            <FormattedMessage id="cases.progress.of" values={{ given: one.verdicts, count: one.candidates }} />
          </td>
          <td>
            <span className={style.nowrap}>
              <Moment at={one.openedAt} />
            </span>
            <span className={style.second}>{one.openedBy.name}</span>
          </td>
          <td>
            <bdi>{one.place}</bdi>
            <span className={style.second}>
              <FormattedMessage id={DIRECTIONS[one.direction]} />
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
