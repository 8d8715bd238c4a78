import {
  LARGEST_PASSENGER_FILE,
  MOST_PASSENGERS,
  type PassengerFile,
  type PassengerListReading,
  type PassengerListRequest,
  type StatedPassenger,
} from '@entente/contracts/screening/passenger-list';
import type { ListContent, ReadPerson, StatedPerson } from '../model/passenger.ts';
import { type Decoded, decodeText } from './encoding.ts';
import { charsetOf } from './paxlst/charset.ts';
import { readPaxlst } from './paxlst/message.ts';
import { isInterchange } from './paxlst/segments.ts';
import { readPerson, showPerson } from './person.ts';
import { type ColumnFault, onlyGiven, readTable } from './table.ts';
import { tellDateOrder } from './values.ts';

/** Why a list is not taken at all. */
export type ListRefusal =
  | Extract<Decoded, { ok: false }>['code']
  | ColumnFault
  | 'no-passenger-list'
  | 'not-base64'
  | 'too-large'
  | 'too-many'
  | 'nobody';

/** A list as read: whom to ask about, and what the officer is shown of how it was read. */
export interface ReadList {
  people: ReadPerson[];
  shown: PassengerListReading;
}

export type ListReading = { ok: true; list: ReadList } | { ok: false; code: ListRefusal };

const SHOWN_FIRST = 10;

/** Reads a list as it was handed over. `today` (`YYYY-MM-DD`) tells centuries, and dates that have not come yet. */
export function readList(request: PassengerListRequest, today: string): ListReading {
  if ('people' in request) {
    const people = request.people.map((person, at) => statedOf(person, at + 1));
    return conclude({ people, unread: [], warnings: [] }, { format: 'stated', columns: [] }, undefined, today);
  }
  const bytes = bytesOf(request.file.content);
  if (!bytes) return { ok: false, code: 'not-base64' };
  if (bytes.length > LARGEST_PASSENGER_FILE) return { ok: false, code: 'too-large' };
  return readFile(bytes, request.file.reading ?? {}, today);
}

type Reading = NonNullable<PassengerFile['reading']>;

function readFile(bytes: Uint8Array, asked: Reading, today: string): ListReading {
  const decoded = decodeText(bytes, asked.encoding ?? charsetOf(bytes));
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded;
  if (isInterchange(text)) {
    const content = readPaxlst(text, today);
    if (content === 'no-passenger-list') return { ok: false, code: content };
    return conclude(content, { format: 'paxlst', encoding, columns: [] }, 'day-first', today);
  }
  const table = readTable(text, asked);
  if (typeof table === 'string') return { ok: false, code: table };
  const { separator, firstRow, columns, ...content } = table;
  return conclude(content, { format: 'table', encoding, separator, firstRow, columns }, asked.dates, today);
}

type Shown = Pick<PassengerListReading, 'format' | 'encoding' | 'separator' | 'firstRow' | 'columns'>;

function conclude(content: ListContent, shown: Shown, dates: Reading['dates'], today: string): ListReading {
  const { people: stated, unread, warnings } = content;
  if (stated.length > MOST_PASSENGERS) return { ok: false, code: 'too-many' };
  if (stated.length + unread.length === 0) return { ok: false, code: 'nobody' };
  const told = tellDateOrder(stated.flatMap(({ birthDate }) => birthDate ?? []));
  const order = dates ?? told.order;
  const readings = stated.map((person) => readPerson(person, order, today));
  const people = readings.flatMap((reading) => (reading.ok ? [reading.person] : []));
  const faults = readings.flatMap((reading) => (reading.ok ? [] : [reading.unread]));
  const asksByNothing = shown.columns.length > 0 && !shown.columns.some(({ field }) => ASKS_BY.has(field));
  return {
    ok: true,
    list: {
      people,
      shown: {
        ...shown,
        dates: order,
        persons: people.length,
        first: people.slice(0, SHOWN_FIRST).map(showPerson),
        unread: [...unread, ...faults].sort((a, b) => a.line - b.line),
        warnings: [
          ...warnings,
          ...(dates === undefined && told.eitherWay ? [{ code: 'dates-either-way' as const }] : []),
          ...(asksByNothing ? [{ code: 'nothing-to-ask-by' as const }] : []),
        ],
      },
    },
  };
}

const ASKS_BY: ReadonlySet<string> = new Set(['family', 'given', 'middle', 'name', 'document']);

function statedOf(passenger: StatedPassenger, line: number): StatedPerson {
  const given = onlyGiven(
    Object.fromEntries(Object.entries(passenger).map(([field, text]) => [field, text?.trim() || undefined])),
  );
  const { name, document, issuer, ...single } = given as StatedPassenger;
  return {
    line,
    ...(onlyGiven(single) as Omit<StatedPassenger, 'name' | 'document' | 'issuer'>),
    names: name === undefined ? [] : [name],
    documents: document === undefined ? [] : [{ number: document, ...(issuer !== undefined && { issuer }) }],
  };
}

/** RFC 4648, section 4, without line ends; undefined for anything else. */
function bytesOf(base64: string): Uint8Array | undefined {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(base64)
    ? Buffer.from(base64, 'base64')
    : undefined;
}
