import type { Candidate, ReadAs } from '@entente/contracts/screening';
import type { GivenReport } from '@entente/contracts/screening/report';
import type { ChecklistItem, Direction, GivenVerdict } from '@entente/contracts/screening/second-line';

/** Since when somebody was held first, and when he was let go; null while he is held. */
export interface Held {
  since: Date;
  stoppedAt: Date | null;
}

/** A possible hit in the second line. */
export interface SecondLineCase {
  id: string;
  check: string;
  /** The authority whose officers work on it. */
  authority: string;
  openedBy: string;
  openedAt: Date;
  /** The last step. */
  changedAt: Date;
  closedAt: Date | null;
  held: Held | null;
  revision: number;
  personal: CasePersonal;
}

/** What a case holds of the traveller, sealed as one. */
export interface CasePersonal {
  place: string;
  direction: Direction;
  readAs: ReadAs;
  found: Candidate[];
  /** Entries of lists among the candidates, by key: the ids that the change feed knows them by. */
  subjects: Record<string, string>;
  /** The document shown, as pairs of it are hashed. */
  document?: string;
  given: StoredVerdict[];
  drafts: Record<string, ChecklistItem[]>;
}

/** A verdict as kept; `by` is an officer's id. */
export type StoredVerdict = Omit<GivenVerdict, 'by' | 'report'> & { by: string; report?: StoredReport };

/** A choice about a report as kept; both officers by their ids. */
export type StoredReport = Omit<GivenReport, 'by' | 'second'> & {
  by: string;
  second?: Omit<NonNullable<GivenReport['second']>, 'by'> & { by: string };
};
