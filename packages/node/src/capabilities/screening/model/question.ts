import type { ReadAs } from '@entente/contracts/screening';
import type { MatchQuery, MrzRefusalCode, ObjectQuery } from '@entente/matching';

/** What the officer's input was taken for, and the question it puts to the index. */
export interface Question {
  readAs: ReadAs;
  query: MatchQuery;
  /** Numbers of objects, and of documents that a range of blanks may hold. */
  numbers: ObjectQuery[];
}

/** Why an input is no question; the console words the code. */
export type UnreadableCode = MrzRefusalCode | 'nothing-to-ask' | 'impossible-date' | 'unknown-country';

export type ReadingOutcome = { ok: true; question: Question } | { ok: false; code: UnreadableCode };
