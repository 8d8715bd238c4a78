import type {
  PassengerEncoding,
  PassengerField,
  PassengerListState,
  UnreadRowCode,
} from '@entente/contracts/screening/passenger-list';
import type { MarkKind } from '../../../ui/mark.tsx';

export const FIELDS = {
  family: 'passengers.field.family',
  given: 'passengers.field.given',
  middle: 'passengers.field.middle',
  name: 'passengers.field.name',
  'birth-date': 'passengers.field.birth-date',
  sex: 'passengers.field.sex',
  nationality: 'passengers.field.nationality',
  document: 'passengers.field.document',
  issuer: 'passengers.field.issuer',
  unused: 'passengers.field.unused',
} as const satisfies Record<PassengerField, string>;

/** Why a row is not checked, and what would make it readable. */
export const UNREAD = {
  'wrong-columns': 'passengers.unread.wrong-columns',
  'misplaced-quote': 'passengers.unread.misplaced-quote',
  'open-quote': 'passengers.unread.open-quote',
  'endless-record': 'passengers.unread.endless-record',
  cut: 'passengers.unread.cut',
  'nothing-to-ask': 'passengers.unread.nothing-to-ask',
  'too-long': 'passengers.unread.too-long',
  'unreadable-date': 'passengers.unread.unreadable-date',
  'future-date': 'passengers.unread.future-date',
  'unknown-country': 'passengers.unread.unknown-country',
  'unknown-sex': 'passengers.unread.unknown-sex',
  'unknown-party': 'passengers.unread.unknown-party',
} as const satisfies Record<UnreadRowCode, string>;

/** Encodings by the names that programs show them under. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251 (кириллица)',
  gb18030: 'GB 18030 (简体中文)',
  'iso-8859-1': 'ISO 8859-1',
  'iso-8859-2': 'ISO 8859-2',
  'iso-8859-5': 'ISO 8859-5 (кириллица)',
} as const satisfies Record<PassengerEncoding, string>;

export const STATES = {
  running: 'checking',
  done: 'done',
  cancelled: 'checking-stopped',
  stopped: 'checking-stopped',
} as const satisfies Record<PassengerListState, MarkKind>;

export const SEXES = { male: 'sex.male', female: 'sex.female' } as const;
