import type { CaseSummary } from '@entente/contracts/cases';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { catalogueQuery } from '../../../api/alerts/catalogue.ts';
import { useCountries } from '../../../ui/countries.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Table } from '../../../ui/table.tsx';
import { useTranslated } from '../../../ui/translated.ts';
import { markOf } from '../words.ts';
import style from './follow-ups-table.module.css';

const HEADS = [
  'follow-ups.alert',
  'follow-ups.state',
  'follow-ups.other',
  'follow-ups.opened',
  'follow-ups.due',
  'follow-ups.officer',
] as const;

/** Cases in the order the node gives; of whom they are about nothing is shown. */
export function FollowUpsTable({ caption, cases }: { caption: string; cases: CaseSummary[] }) {
  const countries = useCountries();
  const translated = useTranslated();
  const { data: catalogue } = useQuery(catalogueQuery);
  const categoryOf = (id: string) => catalogue?.categories.find((category) => category.id === id)?.names;
  return (
    <Table
      caption={caption}
      head={HEADS.map((id) => (
        <th key={id} scope="col">
          <FormattedMessage id={id} />
        </th>
      ))}
    >
      {cases.map((one) => {
        const category = categoryOf(one.alert.category);
        return (
          <tr key={one.id}>
            <td>
              <Link to="/cases/$id" params={{ id: one.id }} className={style.alert}>
                {one.alert.reference}
              </Link>
              <span className={style.second}>{category ? translated(category) : one.alert.category}</span>
            </td>
            <td>
              <Mark kind={markOf(one)} />
            </td>
            <td>
              {one.other === null ? <FormattedMessage id="follow-ups.own" /> : countries.name(one.other)}
              <span className={style.second}>
                <FormattedMessage id={one.side === 'owning' ? 'follow-ups.reported' : 'follow-ups.owner'} />
              </span>
            </td>
            <td className={style.nowrap}>
              <Moment at={one.openedAt} />
            </td>
            <td className={style.nowrap}>{one.dueAt && <Moment at={one.dueAt} />}</td>
            <td>{one.officer?.name}</td>
          </tr>
        );
      })}
    </Table>
  );
}
