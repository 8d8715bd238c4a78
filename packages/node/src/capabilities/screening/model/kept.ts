import type { ReadAs } from '@entente/contracts/screening';
import type { BandCounts } from './found.ts';

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
