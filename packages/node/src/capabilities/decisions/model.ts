import type { Consent, Statement } from '@entente/crypto/act/act';

/** An act on its way, as this node knows it. */
export interface Proposal {
  hash: string;
  statement: Statement;
  consents: Consent[];
  /** The node it came from first. */
  proposedBy: string;
  knownAt: Date;
}
