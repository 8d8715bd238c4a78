import type { PassengerField, PassengerListReading } from '@entente/contracts/screening/passenger-list';
import { FormattedMessage, useIntl } from 'react-intl';
import { ChoiceField } from '../../../ui/field.tsx';
import { scriptTag } from '../../../ui/script.ts';
import { Table } from '../../../ui/table.tsx';
import style from './passengers.module.css';
import { FIELDS } from './words.ts';

interface ColumnsTableProps {
  columns: PassengerListReading['columns'];
  disabled: boolean;
  onColumns: (fields: PassengerField[]) => void;
}

/** What each column is taken for, with the first of what stands in it. A field given to a second column leaves the first. */
export function ColumnsTable({ columns, disabled, onColumns }: ColumnsTableProps) {
  const intl = useIntl();
  const caption = intl.formatMessage({ id: 'passengers.columns' });

  function take(at: number, field: PassengerField) {
    onColumns(
      columns.map((column, other) => {
        if (other === at) return field;
        return field !== 'name' && column.field === field ? 'unused' : column.field;
      }),
    );
  }

  return (
    <Table
      caption={caption}
      head={
        <>
          <th scope="col">
            <FormattedMessage id="passengers.column" />
          </th>
          <th scope="col">
            <FormattedMessage id="passengers.column.samples" />
          </th>
          <th scope="col">
            <FormattedMessage id="passengers.column.taken" />
          </th>
        </>
      }
    >
      {columns.map(({ title, field, samples }, at) => {
        const name = title || intl.formatMessage({ id: 'passengers.column.number' }, { number: at + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and keep their order
          <tr key={at} data-unused={field === 'unused' || undefined} className={style.column}>
            <td>
              <bdi lang={scriptTag(name)}>{name}</bdi>
            </td>
            <td className={style.samples}>
              {samples.map((sample, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same sample may stand there twice
                <bdi key={place} lang={scriptTag(sample)}>
                  {sample}
                </bdi>
              ))}
            </td>
            <td className={style.choice}>
              <ChoiceField
                label={intl.formatMessage({ id: 'passengers.column.take' }, { column: name })}
                labelProps={{ className: style.hidden }}
                value={field}
                disabled={disabled}
                data={Object.entries(FIELDS).map(([value, id]) => ({ value, label: intl.formatMessage({ id }) }))}
                onChange={(event) => take(at, event.currentTarget.value as PassengerField)}
              />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
