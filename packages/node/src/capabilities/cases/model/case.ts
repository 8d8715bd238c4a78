import type { Side } from '@entente/contracts/cases';
import type { Compared, Met, SeenDocument } from '@entente/contracts/cases/entries';

/** The other side of a thread: its node, and the state whose node it is. */
export interface OtherSide {
  node: string;
  state: string;
}

/** A hit that is followed up, as this node keeps it. */
export interface FollowUp {
  /** The thread's id, the same on both nodes. */
  id: string;
  side: Side;
  /** Null where hit and alert are both this state's. */
  other: OtherSide | null;
  alert: { reference: string; owner: string; category: string };
  urgent: boolean;
  openedAt: Date;
  changedAt: Date;
  acknowledgedAt: Date | null;
  /** Who took it up here. */
  officer: string | null;
  soundedAt: Date | null;
  escalatedAt: Date | null;
  closedAt: Date | null;
  /** The number of the last entry. */
  entries: number;
  personal: FollowUpPersonal;
}

/** What of a hit is about the person, sealed as one. */
export interface FollowUpPersonal {
  met?: Met;
  documents: SeenDocument[];
  compared: Compared[];
  taken?: string;
}
