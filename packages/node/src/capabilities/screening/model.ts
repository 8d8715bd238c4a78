import type { ListAction, ListedSubject, ListId } from '@entente/contracts/alerts';
import type { Candidate, ReadAs } from '@entente/contracts/screening';
import type { Translated } from '@entente/contracts/terms';
import type { Match, MatchQuery, MrzRefusalCode } from '@entente/matching';

/** What the desk shows of a listed subject besides the evidence. */
export interface Listing {
  list: ListId;
  ref: string;
  citation?: string;
  kind: ListedSubject['kind'];
  name: string;
  programmes: string[];
}

/** A match with the list entry it is about. */
export interface Found {
  listing: Listing;
  match: Match;
}

/** A list that may answer at the desk: an administrator has stated its basis. */
export interface AnsweringList {
  id: ListId;
  names: Translated;
  legalBasis: string;
  action: ListAction;
}

/** What the officer's input was taken for, and the question it puts to the index. */
export interface Question {
  readAs: ReadAs;
  query: MatchQuery;
}

/** Why an input is no question; the console words the code. */
export type UnreadableCode = MrzRefusalCode | 'nothing-to-ask' | 'impossible-date' | 'unknown-country';

export type ReadingOutcome = { ok: true; question: Question } | { ok: false; code: UnreadableCode };

/** A check as it is kept. Nothing here tells who the traveller was. */
export interface CheckRecord {
  id: string;
  at: Date;
  officerId: string;
  outcome: 'hit' | 'no-hit' | 'unreadable';
  /** How the input was read: `mrz`, `document`, `identity`; null when it could not be. */
  readAs: ReadAs['kind'] | null;
  counts: BandCounts;
  /** Hex SHA-256 of the salt and the canonical question. */
  commitment: string;
  recordId: string;
  personal: CheckPersonal;
}

/** The one place of a check's row that is personal: which list entries it met, and the commitment's salt. */
export interface CheckPersonal {
  /** Hex; without it nobody can try questions against the commitment. */
  salt: string;
  candidates: Pick<Candidate, 'list' | 'ref' | 'band'>[];
}

export type BandCounts = Record<Candidate['band'], number>;
