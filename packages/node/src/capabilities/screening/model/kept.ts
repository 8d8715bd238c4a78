import type { Candidate, CheckAnswer, ReadAs } from '@entente/contracts/screening';

/** How a check was asked, as the counter tells it; `unread` where it could not be read. */
export type Way = ReadAs['kind'] | 'unread' | 'passenger-list';

/** Checks of an officer on a day (`YYYY-MM-DD`, UTC), with one outcome, asked one way. */
export interface Tally {
  officerId: string;
  day: string;
  outcome: CheckAnswer['outcome'];
  way: Way;
  count: number;
}

/** Something counted of an officer on a day. */
export interface DayCount {
  officerId: string;
  day: string;
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
  /** Entries of lists among the candidates, by key: the ids that the change feed knows them by. */
  subjects: Record<string, string>;
  /** The document shown, as pairs of it are hashed. */
  document?: string;
}

/** A line of an officer's own last checks. */
export interface LastCheck {
  check: string;
  at: Date;
  personal: { traveller: string; outcome: CheckAnswer['outcome'] };
}
