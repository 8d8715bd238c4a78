import type { Tx } from '../../../platform/database/database.ts';

/** A row of the outbox before it has a number. */
export interface Waiting {
  id: string;
  type: string;
  handling: string;
  instrument: string | null;
  expiresAt: Date | null;
  /** Salt, body and attachments, as they were written. */
  content: string;
}

/** What the sequencer adds. */
export interface Place {
  seq: number;
  sentAt: Date;
  head: { number: number; hash: string };
  /** It had expired by then: a void goes out under the number. */
  voided: boolean;
}

/** What the bytes of an envelope are made of, beside its draft. */
export type Numbered = Omit<Waiting, 'id' | 'content'> & Place;

/** A numbered row as it is read back, to be sent once more. */
export interface Unconfirmed extends Numbered {
  id: string;
  envelope: string;
  signature: Uint8Array;
  signedBy: string;
  /** Salt, body and attachments, as they were written. */
  content: string;
}

/** An envelope ready to be sealed: signature and bytes. */
export interface Packed {
  seq: number;
  /** The envelope's id. */
  envelope: string;
  signedBy: string;
  packed: Uint8Array;
}

/**
 * Told, within the transaction, which rows of the outbox a node will never have: it was restored, and what they said is erased. Gives
 * what is to be done once that is committed.
 */
export type OnPassed = (tx: Tx, node: string, rows: readonly string[]) => Promise<() => void>;
