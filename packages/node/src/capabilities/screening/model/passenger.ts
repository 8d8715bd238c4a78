import type { CheckRequest } from '@entente/contracts/screening';
import type { PassengerListReading, UnreadRow } from '@entente/contracts/screening/passenger-list';

/** Somebody on a list in the list's own words, before anything of it is understood. */
export interface StatedPerson {
  /** The line he stands on, from 1. */
  line: number;
  family?: string;
  given?: string;
  middle?: string;
  /** Whole names. */
  names: string[];
  birthDate?: string;
  sex?: string;
  nationality?: string;
  documents: { number: string; issuer?: string }[];
}

/** Which comes first in a date such as 04/05/1971. */
export type DateOrder = PassengerListReading['dates'];

/** Somebody who can be asked about. */
export interface ReadPerson {
  line: number;
  request: Extract<CheckRequest, { by: 'identity' | 'document' }>;
}

/** What was made out of a list: whoever is on it, one by one, or why a row is nobody. */
export interface ListContent {
  people: StatedPerson[];
  unread: UnreadRow[];
  warnings: PassengerListReading['warnings'];
}
