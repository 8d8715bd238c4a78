import type { ReadPassenger } from '@entente/contracts/screening/passenger-list';
import { FormattedMessage, useIntl } from 'react-intl';
import { Name } from '../../../ui/name.tsx';
import { Table } from '../../../ui/table.tsx';
import style from './passengers.module.css';
import { SEXES } from './words.ts';

const HEADS = [
  'passengers.line',
  'passengers.field.name',
  'passengers.field.birth-date',
  'passengers.field.sex',
  'passengers.field.nationality',
  'passengers.field.document',
] as const;

/** The first people as they would be asked about: a misreading shows here. */
export function FirstPeople({ first, persons }: { first: ReadPassenger[]; persons: number }) {
  const intl = useIntl();
  const caption = intl.formatMessage({ id: 'passengers.first' }, { shown: first.length, count: persons });
  return (
    <section className={style.part}>
      <h3>{caption}</h3>
      <Table
        caption={caption}
        head={HEADS.map((id) => (
          <th key={id} scope="col" data-number={id === 'passengers.line' || undefined}>
            <FormattedMessage id={id} />
          </th>
        ))}
      >
        {first.map(({ line, names, birthDate, sex, nationality, documents }) => (
          <tr key={line}>
            <td data-number>{line}</td>
            <td>
              {names.map((name) => (
                <Name key={name} name={name} />
              ))}
            </td>
            <td className={style.nowrap}>{birthDate ?? '—'}</td>
            <td>{sex === undefined ? '—' : <FormattedMessage id={SEXES[sex as keyof typeof SEXES]} />}</td>
            <td>
              <bdi>{nationality ?? '—'}</bdi>
            </td>
            <td>
              {documents.length === 0 && '—'}
              {documents.map(({ number, issuer }) => (
                <span key={number} className={style.document}>
                  <code>{number}</code> {issuer && <bdi>{issuer}</bdi>}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
