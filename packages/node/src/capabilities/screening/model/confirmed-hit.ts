import type { ReportChoice } from '@entente/contracts/screening/report';
import type { ChecklistItem, Direction } from '@entente/contracts/screening/second-line';

/** A document as it was seen: never more than its zone says, and never a refugee's. */
export interface SeenDocument {
  code?: string;
  issuer?: string;
  number: string;
}

/** A hit that goes on to be followed up, here or at the alert's owner. It says nothing of any claim to protection. */
export interface ConfirmedHit {
  alert: { reference: string; owner: string; category: string };
  /** The action that was asked for at the desk. */
  action: string;
  choice: Exclude<ReportChoice, 'do-not-report'>;
  /** Absent where the owner is not to know. */
  met?: { at: Date; place: string; direction: Direction };
  documents: SeenDocument[];
  /** What was compared, without the officer's notes, which are this node's own. */
  compared: Pick<ChecklistItem, 'item' | 'finding'>[];
  /** The action taken. */
  taken?: string;
  /** What the officer wrote for the owner. */
  words?: string;
}
