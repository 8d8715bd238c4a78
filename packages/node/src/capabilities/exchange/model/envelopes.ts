import type { EnvelopeContent } from '@entente/crypto/envelope/envelope';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../platform/database/database.ts';

/** What a room asks to be sent to one node. */
export interface Outgoing {
  /** The receiving node's id in the register. */
  to: string;
  /** `<room>.<past tense>`: `alerts.circulated`. */
  type: string;
  body: Json;
  /** Handling code: what the receiver may do with it. */
  handling: string;
  /** The treaty it is sent under, as the register names it. */
  instrument?: string | undefined;
  /** From then on it is worth nothing: not sent any more, or refused where it arrives. */
  expiresAt?: Date | undefined;
  /** Ids of the files it encloses, in this order; each is here whole. */
  files?: readonly string[] | undefined;
}

/** The part of an envelope that is personal, as it lies sealed in the outbox, written in canonical form. */
export type Draft = EnvelopeContent;

/** An attachment of an envelope that came, as the room gets it; the file itself comes later. */
export interface ReceivedAttachment {
  /** The id under which the file is kept here. */
  file: string;
  name: string;
  mediaType: string;
  size: number;
}

/** An envelope as the room that registered for its type gets it; sender, signature, order and contract have been checked. */
export interface ReceivedEnvelope<Body = Json> {
  /** SHA-256 of its bytes, in hexadecimal. */
  id: string;
  from: string;
  seq: number;
  type: string;
  sentAt: string;
  receivedAt: Date;
  handling: string;
  instrument?: string | undefined;
  expiresAt?: string | undefined;
  body: Body;
  /** Files it encloses; they come after it. */
  attachments: ReceivedAttachment[];
}

/** A code both nodes know, and a sentence for whoever reads the receipt; no personal data. */
export interface Reason {
  code: string;
  detail: string;
}

/** What a room makes of an envelope; and whether what it says must not be kept, since what it is about is erased here already. */
export type Verdict = ({ accepted: true } | { refused: Reason }) & { erase?: boolean };

/**
 * Applies an envelope in the transaction that gives its receipt: both stand or neither does. What it wrote before
 * refusing is undone. A throw is a fault of this node's own: it is tried again, and refused as a fault in the end.
 */
export type Apply<Body> = (tx: Tx, envelope: ReceivedEnvelope<Body>) => Promise<Verdict>;

/** The same for envelopes that came one after the other: a verdict on each, in their order. One refused, all are undone and applied singly. */
export type ApplyRun<Body> = (tx: Tx, envelopes: readonly ReceivedEnvelope<Body>[]) => Promise<Verdict[]>;

/** What is sent in the place of an envelope that expired before it got its number. */
export const VOIDED = 'exchange.voided';
