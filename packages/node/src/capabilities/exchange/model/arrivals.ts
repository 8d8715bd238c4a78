import type { Envelope } from '@entente/crypto/envelope/envelope';

/** An authentic envelope as it came. */
export interface Opened {
  envelope: Envelope;
  /** SHA-256 of its bytes, in hexadecimal. */
  id: string;
  /** Signature and bytes. */
  packed: Uint8Array;
}
