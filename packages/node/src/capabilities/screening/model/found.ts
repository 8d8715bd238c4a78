import type { ListAction, ListedSubject, ListId } from '@entente/contracts/alerts';
import type { ShownCorrection } from '@entente/contracts/alerts/corrections';
import type { Candidate } from '@entente/contracts/screening';
import type { Translated } from '@entente/contracts/terms';
import type { Match } from '@entente/matching';

/** What the desk shows of a listed subject besides the evidence. */
export interface Listing {
  list: ListId;
  ref: string;
  citation?: string;
  kind: ListedSubject['kind'];
  name: string;
  programmes: string[];
  /** What this state has corrected of it. */
  corrections?: ShownCorrection[];
}

/** A match with the list entry it is about. */
export interface Found {
  /** What the change feed of this node knows the entry by. */
  id: string;
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

export type BandCounts = Record<Candidate['band'], number>;
