import type { Candidate, CheckAnswer, ReadAs } from '@entente/contracts/screening';
import type { BandCounts } from './found.ts';

/** How a check was asked, as the counter tells it; `unread` where it could not be read. */
export type Way = ReadAs['kind'] | 'unread';

/** Checks of an officer on a day (`YYYY-MM-DD`, UTC), with one outcome, asked one way. */
export interface Tally {
  officerId: string;
  day: string;
  outcome: CheckAnswer['outcome'];
  way: Way;
  count: number;
}

/** A check with candidates, kept for its officer until it is referred or his shift ends. */
export interface PossibleHit {
  check: string;
  officerId: string;
  at: Date;
  personal: HitPersonal;
}

/** What a possible hit holds of the traveller. */
export interface HitPersonal {
  readAs: ReadAs;
  candidates: Candidate[];
  discreet: Candidate[];
}

/** A line of an officer's own last checks. */
export interface LastCheck {
  check: string;
  at: Date;
  personal: { traveller: string; outcome: CheckAnswer['outcome'] };
}
/** A check as it is kept. Nothing here tells who the traveller was. */
export interface CheckRecord {
  id: string;
  at: Date;
  officerId: string;
  outcome: 'hit' | 'no-hit' | 'unreadable';
  /** How the input was read: `mrz`, `document`, `identity`, `object`; null when it could not be. */
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
  candidates: MetCandidate[];
}

/** A candidate as the log names it. */
export interface MetCandidate {
  list: string;
  ref: string;
  band: string;
}
