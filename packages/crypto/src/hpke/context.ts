import type { ContextKeys } from './key-schedule.ts';
import { nonceAt } from './nonce.ts';
import type { Suite } from './suite.ts';

/** The sender's side: seals messages that open in the same order only. */
export interface Sealer {
  seal(aad: Uint8Array, plaintext: Uint8Array): Uint8Array;
}

/** The receiver's side. */
export interface Opener {
  open(aad: Uint8Array, ciphertext: Uint8Array): Uint8Array;
}

/** ContextS.Seal (RFC 9180, section 5.2); the sequence number is counted here and nowhere else. */
export function createSealer({ aead }: Suite, { key, baseNonce }: ContextKeys): Sealer {
  let sequence = 0;
  return {
    seal: (aad, plaintext) => aead.seal(key, nonceAt(baseNonce, sequence++), aad, plaintext),
  };
}

/** ContextR.Open (RFC 9180, section 5.2): a message that does not open leaves the count where it was. */
export function createOpener({ aead }: Suite, { key, baseNonce }: ContextKeys): Opener {
  let sequence = 0;
  return {
    open(aad, ciphertext) {
      const plaintext = aead.open(key, nonceAt(baseNonce, sequence), aad, ciphertext);
      sequence++;
      return plaintext;
    },
  };
}
