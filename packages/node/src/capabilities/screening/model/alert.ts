import type { Identity } from '@entente/contracts/alerts';
import type { AlertKind } from '@entente/contracts/alerts/catalogue';
import type { Candidate, Evidence } from '@entente/contracts/screening';

/** An alert as the index keeps it beside what it is found by: what the desk shows of it, and what decides how. */
export interface KeptAlert {
  id: string;
  /** What the index knows it by, the same on every node. */
  key: string;
  reference: string;
  owner: string;
  category: string;
  action: string;
  kind: AlertKind;
  /** `action` is what this state does in the place of what the owner asks for. */
  flagged?: true;
  /** Milliseconds; from then on it does not answer, whether or not the job has expired it. */
  expiresAt: number;
  /** States whose questions it answers with hit or no-hit; absent, it answers none. */
  asked?: 'by-anyone' | string[];
  /** A name for each identity, in their order; of what is no person, one name or number. */
  names: string[];
  /** Of each identity; empty for what is no person. */
  statuses: Identity['status'][];
  /** Birth dates of each identity, where there are several: evidence that mixes them must be seen. */
  birthDates?: string[][];
  /** Names of a document's holder. */
  holder?: string[];
}

/** An alert that a question met. */
export interface AlertMet {
  alert: KeptAlert;
  score: number;
  band: Candidate['band'];
  evidence: Evidence[];
  /** Places of the identities that the evidence is about, the best first; several: it mixes them. */
  about: number[];
  /** The bearer of a document is its holder, as far as his name and particulars tell. */
  bearerAgrees?: boolean;
}
