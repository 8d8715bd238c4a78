import type { PassengerFileReading, PassengerListReading } from '@entente/contracts/screening/passenger-list';
import { FormattedMessage } from 'react-intl';
import { Note } from '../../../ui/note.tsx';
import { ColumnsTable } from './columns-table.tsx';
import { FirstPeople } from './first-people.tsx';
import { ReadingOptions } from './reading-options.tsx';
import { UnreadTable } from './unread-table.tsx';

interface ReadingViewProps {
  reading: PassengerListReading;
  asked: PassengerFileReading;
  disabled: boolean;
  onAsk: (asked: PassengerFileReading) => void;
}

const FORMATS = {
  table: 'passengers.format.table',
  paxlst: 'passengers.format.paxlst',
  stated: 'passengers.format.stated',
} as const;

/** How a file would be read: what it is, its columns, the first people, and every row that would not be checked. */
export function ReadingView({ reading, asked, disabled, onAsk }: ReadingViewProps) {
  return (
    <>
      <p role="status">
        <FormattedMessage
          id={FORMATS[reading.format]}
          values={{ persons: reading.persons, unread: reading.unread.length }}
        />
      </p>
      {reading.warnings.map((warning) => (
        <Note key={warning.code} tone="warning">
          <Warning warning={warning} />
        </Note>
      ))}
      {reading.format !== 'stated' && (
        <ReadingOptions asked={asked} reading={reading} disabled={disabled} onAsk={onAsk} />
      )}
      {reading.columns.length > 0 && (
        <ColumnsTable
          columns={reading.columns}
          disabled={disabled}
          onColumns={(columns) => onAsk({ ...asked, columns })}
        />
      )}
      {reading.first.length > 0 && <FirstPeople first={reading.first} persons={reading.persons} />}
      {reading.unread.length > 0 && <UnreadTable unread={reading.unread} notReached={[]} />}
    </>
  );
}

function Warning({ warning }: { warning: PassengerListReading['warnings'][number] }) {
  switch (warning.code) {
    case 'count-differs':
      return (
        <FormattedMessage
          id="passengers.warning.count-differs"
          values={{ stated: warning.stated, found: warning.found }}
        />
      );
    case 'cut':
      return <FormattedMessage id="passengers.warning.cut" />;
    case 'dates-either-way':
      return <FormattedMessage id="passengers.warning.dates-either-way" />;
    case 'nothing-to-ask-by':
      return <FormattedMessage id="passengers.warning.nothing-to-ask-by" />;
  }
}
