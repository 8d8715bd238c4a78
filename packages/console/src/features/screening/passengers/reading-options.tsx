import type { PassengerFileReading, PassengerListReading } from '@entente/contracts/screening/passenger-list';
import { useIntl } from 'react-intl';
import { ChoiceField } from '../../../ui/field.tsx';
import formStyle from '../../../ui/form.module.css';
import { ENCODINGS } from './words.ts';

interface ReadingOptionsProps {
  asked: PassengerFileReading;
  /** Null where the file could not be read. */
  reading: PassengerListReading | null;
  disabled: boolean;
  onAsk: (asked: PassengerFileReading) => void;
}

const ROWS = [
  ['titles', 'passengers.first-row.titles'],
  ['person', 'passengers.first-row.person'],
] as const;
const ORDERS = [
  ['day-first', 'passengers.dates.day-first'],
  ['month-first', 'passengers.dates.month-first'],
] as const;

/** How the file as a whole is read, with a chance to say otherwise. */
export function ReadingOptions({ asked, reading, disabled, onAsk }: ReadingOptionsProps) {
  const intl = useIntl();
  const encoding = asked.encoding ?? reading?.encoding;
  return (
    <div className={formStyle.row}>
      <ChoiceField
        label={intl.formatMessage({ id: 'passengers.encoding' })}
        value={encoding ?? ''}
        disabled={disabled}
        data={[
          ...(encoding ? [] : [{ value: '', label: intl.formatMessage({ id: 'passengers.encoding.choose' }) }]),
          ...Object.entries(ENCODINGS).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => onAsk({ ...asked, encoding: event.currentTarget.value as keyof typeof ENCODINGS })}
      />
      {reading?.firstRow && (
        <ChoiceField
          label={intl.formatMessage({ id: 'passengers.first-row' })}
          value={reading.firstRow}
          disabled={disabled}
          data={ROWS.map(([value, id]) => ({ value, label: intl.formatMessage({ id }) }))}
          onChange={(event) => onAsk({ ...asked, firstRow: event.currentTarget.value as 'titles' | 'person' })}
        />
      )}
      {reading?.format === 'table' && (
        <ChoiceField
          label={intl.formatMessage({ id: 'passengers.dates' })}
          value={reading.dates}
          disabled={disabled}
          data={ORDERS.map(([value, id]) => ({ value, label: intl.formatMessage({ id }) }))}
          onChange={(event) => onAsk({ ...asked, dates: event.currentTarget.value as 'day-first' | 'month-first' })}
        />
      )}
    </div>
  );
}
