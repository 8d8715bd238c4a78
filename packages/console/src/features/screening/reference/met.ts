import type { Candidate } from '@entente/contracts/screening';

/** Somebody to be met without a word. */
export interface Met {
  /** The check. */
  check: string;
  /** Where he stands on a passenger list. */
  line?: number;
  /** The traveller as read, where several are on one list. */
  names?: readonly string[];
  discreet: readonly Candidate[];
}
