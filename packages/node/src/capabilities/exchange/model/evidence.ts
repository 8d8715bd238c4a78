import type { EnvelopeMark } from '@entente/crypto/envelope/signed';

/** What this node holds of one envelope it sent or received, and which records of its own log prove it. */
export interface OwnHalf {
  side: 'sender' | 'receiver';
  /** The node at the other end. */
  peer: string;
  mark: EnvelopeMark;
  /** Null at a receiver that erased the content of what came before signatures were kept apart. */
  signature: Uint8Array | null;
  /** Null once the content is erased, and where it was not asked for. */
  bytes: Uint8Array | null;
  /** Its receipt of receiving; null while there is none. */
  received: string | null;
  /** Its receipt of acceptance or refusal. */
  decided: string | null;
  /** The record of sending at the sender, of receiving at the receiver. */
  record: string;
}
