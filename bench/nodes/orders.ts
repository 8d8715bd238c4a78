import type { AskedAbout } from '@entente/contracts/exchange/asks';

/** What a benchmark tells one of its node processes. */
export type Order =
  /** Write so many alerts of this state's own in force for all members, the way the node keeps them. */
  | { order: 'fill'; count: number }
  /** What it wrote went to a node longer ago than anything is kept. */
  | { order: 'sent-long-ago'; to: string }
  /** Do all that a node does beside its requests, from now on; but alerts there are already do not go out yet. */
  | { order: 'start' }
  /** Let them go out. */
  | { order: 'circulate' }
  /** How many subjects the index answers for. */
  | { order: 'indexed' }
  /** Report a hit on another state's alert; answered once the owner has taken it, with the milliseconds that took. */
  | { order: 'report-hit'; to: string; reference: string }
  /** Ask these nodes as an officer would; answered with the milliseconds and what they said. */
  | { order: 'ask'; recipients: string[]; about: AskedAbout; officer: number };

/** What it answers. */
export interface Answers {
  fill: { reference: string; about: AskedAbout };
  'sent-long-ago': { sent: number };
  start: { done: true };
  circulate: { done: true };
  indexed: { subjects: number };
  'report-hit': ReportedHit;
  ask: { ms: number; hits: number; noHits: number; others: string[] };
}

export type Failed = { failed: string };

/** Milliseconds from a report to the receipt that the owner's node holds it, and to its receipt that a case is open on it. */
export interface ReportedHit {
  arrivedMs: number;
  openedMs: number;
}
