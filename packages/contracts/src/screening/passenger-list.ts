import { type Static, Type } from 'typebox';
import { Candidate, ReadAs } from '../screening.ts';
import { Timestamp, Uuid } from '../terms.ts';

/** At most so many people are on one list. */
export const MOST_PASSENGERS = 500;
/** What a file may weigh, in bytes; in base64 it is a third more. */
export const LARGEST_PASSENGER_FILE = 1024 * 1024;

/** What a column holds. `name` is a whole name, in any script; several columns may hold one. */
export const PassengerField = Type.Enum([
  'family',
  'given',
  'middle',
  'name',
  'birth-date',
  'sex',
  'nationality',
  'document',
  'issuer',
  'unused',
]);
export type PassengerField = Static<typeof PassengerField>;

export const PassengerEncoding = Type.Enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'gb18030',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-5',
]);
export type PassengerEncoding = Static<typeof PassengerEncoding>;

/** How a file is to be read, where it is not to be read as the node would. */
export const PassengerFileReading = Type.Object({
  encoding: Type.Optional(PassengerEncoding),
  /** What the first row of a table holds. */
  firstRow: Type.Optional(Type.Enum(['titles', 'person'])),
  /** What each column holds, in their order. */
  columns: Type.Optional(Type.Array(PassengerField, { maxItems: 200 })),
  /** Which comes first in dates such as 04/05/1971. */
  dates: Type.Optional(Type.Enum(['day-first', 'month-first'])),
});
export type PassengerFileReading = Static<typeof PassengerFileReading>;

/** A file as the officer has it: a table (CSV) or a UN/EDIFACT PAXLST message. */
export const PassengerFile = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 300 }),
  /** Base64 (RFC 4648, section 4). */
  content: Type.String({ minLength: 1, maxLength: Math.ceil(LARGEST_PASSENGER_FILE / 3) * 4 }),
  reading: Type.Optional(PassengerFileReading),
});
export type PassengerFile = Static<typeof PassengerFile>;

const Cell = Type.Optional(Type.String({ maxLength: 500 }));

/** A person as another program states him. A name or a document number there must be. */
export const StatedPassenger = Type.Object({
  family: Cell,
  given: Cell,
  middle: Cell,
  name: Cell,
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or as people write dates, the day first. */
  birthDate: Cell,
  sex: Cell,
  /** An ISO code or a name. */
  nationality: Cell,
  document: Cell,
  issuer: Cell,
});
export type StatedPassenger = Static<typeof StatedPassenger>;

/** POST /api/screening/passenger-lists, and …/readings, which only says how it would be read and keeps nothing. */
export const PassengerListRequest = Type.Union([
  Type.Object({ file: PassengerFile }),
  Type.Object({
    /** What the sender calls the list. */
    name: Type.Optional(Type.String({ maxLength: 300 })),
    people: Type.Array(StatedPassenger, { minItems: 1, maxItems: MOST_PASSENGERS }),
  }),
]);
export type PassengerListRequest = Static<typeof PassengerListRequest>;

/** Why a row is nobody who can be asked about. */
export const UnreadRowCode = Type.Enum([
  'wrong-columns',
  'misplaced-quote',
  'open-quote',
  'endless-record',
  'cut',
  'nothing-to-ask',
  'too-long',
  'unreadable-date',
  'future-date',
  'unknown-country',
  'unknown-sex',
  'unknown-party',
]);
export type UnreadRowCode = Static<typeof UnreadRowCode>;

/** A row that is not checked: where it stands and why. Nothing is lost silently. */
export const UnreadRow = Type.Object({
  /** The line of the file it begins on, from 1; of people stated by a program, which one. */
  line: Type.Integer({ minimum: 1 }),
  code: UnreadRowCode,
  /** What could not be understood, shortened. */
  text: Type.Optional(Type.String()),
});
export type UnreadRow = Static<typeof UnreadRow>;

/** What is odd about a list as a whole. */
export const PassengerListWarning = Type.Union([
  Type.Object({ code: Type.Literal('count-differs'), stated: Type.Integer(), found: Type.Integer() }),
  /** The file ends before its message does. */
  Type.Object({ code: Type.Literal('cut') }),
  /** Every date could be read either way round. */
  Type.Object({ code: Type.Literal('dates-either-way') }),
  /** No column holds a name or a document number. */
  Type.Object({ code: Type.Literal('nothing-to-ask-by') }),
]);
export type PassengerListWarning = Static<typeof PassengerListWarning>;

/** A person as read, for the officer to see a misreading. */
export const ReadPassenger = Type.Object({
  line: Type.Integer(),
  names: Type.Array(Type.String()),
  birthDate: Type.Optional(Type.String()),
  sex: Type.Optional(Type.String()),
  nationality: Type.Optional(Type.String()),
  documents: Type.Array(Type.Object({ number: Type.String(), issuer: Type.Optional(Type.String()) })),
});
export type ReadPassenger = Static<typeof ReadPassenger>;

/** How a list would be read. Nothing of it is kept, nobody is asked about. */
export const PassengerListReading = Type.Object({
  format: Type.Enum(['table', 'paxlst', 'stated']),
  encoding: Type.Optional(PassengerEncoding),
  separator: Type.Optional(Type.String()),
  firstRow: Type.Optional(Type.Enum(['titles', 'person'])),
  dates: Type.Enum(['day-first', 'month-first']),
  columns: Type.Array(
    Type.Object({ title: Type.String(), field: PassengerField, samples: Type.Array(Type.String(), { maxItems: 3 }) }),
  ),
  /** People who can be asked about. */
  persons: Type.Integer(),
  /** The first of them. */
  first: Type.Array(ReadPassenger, { maxItems: 10 }),
  unread: Type.Array(UnreadRow),
  warnings: Type.Array(PassengerListWarning),
});
export type PassengerListReading = Static<typeof PassengerListReading>;

export const PassengerListState = Type.Enum(['running', 'done', 'cancelled', 'stopped']);
export type PassengerListState = Static<typeof PassengerListState>;

/** GET /api/screening/passenger-lists/:id, and each `progress` event of its event stream. Nothing of anybody on it. */
export const PassengerListView = Type.Object({
  id: Uuid,
  name: Type.String(),
  /** `stopped`: the officer's session ended, or he may not check any longer. */
  state: PassengerListState,
  takenAt: Timestamp,
  endedAt: Type.Union([Timestamp, Type.Null()]),
  /** When what is left of it is erased at the latest; null while it runs. */
  erasedAt: Type.Union([Timestamp, Type.Null()]),
  /** `persons = checked + waiting + notReached`; `checked = hits + noHits`; rows that could not be read are `unread`. */
  persons: Type.Integer(),
  checked: Type.Integer(),
  waiting: Type.Integer(),
  hits: Type.Integer(),
  noHits: Type.Integer(),
  /** Whose check failed, or who still waited when the list ended early. */
  notReached: Type.Integer(),
  unread: Type.Integer(),
});
export type PassengerListView = Static<typeof PassengerListView>;

/** GET /api/screening/passenger-lists: the officer's own that still stand, the newest first. */
export const PassengerLists = Type.Array(PassengerListView);
export type PassengerLists = Static<typeof PassengerLists>;

/** Somebody on the list who may be meant, as the desk would answer. */
export const PassengerHit = Type.Object({
  line: Type.Integer(),
  /** The check, by which he is taken to the second line. */
  check: Uuid,
  at: Timestamp,
  /** Null once he was taken to the second line, or the shift is over. */
  found: Type.Union([
    Type.Object({ readAs: ReadAs, candidates: Type.Array(Candidate), discreet: Type.Array(Candidate) }),
    Type.Null(),
  ]),
  /** The traveller masked, which stays while the list does. */
  traveller: Type.String(),
});
export type PassengerHit = Static<typeof PassengerHit>;

/** GET /api/screening/passenger-lists/:id/report: hits by gravity, then by line; who is to be met without a word apart. */
export const PassengerListReport = Type.Object({
  list: PassengerListView,
  hits: Type.Array(PassengerHit),
  /** Nobody in the counts: to be acted on without a word. */
  discreet: Type.Array(PassengerHit),
  unread: Type.Array(UnreadRow),
  /** Lines of those who were not reached. */
  notReached: Type.Array(Type.Integer()),
});
export type PassengerListReport = Static<typeof PassengerListReport>;
