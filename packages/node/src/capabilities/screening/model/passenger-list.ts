import type { PassengerListState, UnreadRow } from '@entente/contracts/screening/passenger-list';
import type { AllowedOnce } from '../../access/index.ts';
import type { HitPersonal } from './kept.ts';
import type { ReadPerson } from './passenger.ts';

/** A passenger list as it stands. `persons = hits + noHits + notReached + those who wait`. */
export interface StoredPassengerList {
  id: string;
  officerId: string;
  sessionId: string;
  takenAt: Date;
  endedAt: Date | null;
  state: PassengerListState;
  persons: number;
  unread: number;
  hits: number;
  noHits: number;
  notReached: number;
  personal: PassengerListPersonal;
}

/** What a list holds besides the people, sealed as one. */
export interface PassengerListPersonal {
  /** What the officer calls it: a file's name. */
  name: string;
  /** What he was allowed when he handed it over. */
  allowed: AllowedOnce;
  unread: UnreadRow[];
}

/** Somebody who waits for his check. */
export interface WaitingPassenger {
  place: number;
  request: ReadPerson['request'];
}

/** Somebody who was met; `found` until he is taken to the second line or the shift is over. */
export interface MetPassenger {
  line: number;
  state: 'hit' | 'discreet';
  check: string;
  at: Date;
  traveller: string;
  found: HitPersonal | null;
}

/** Why a list and what is left of it were erased. */
export type ErasedBecause = 'closed' | 'time' | 'session-ended';
