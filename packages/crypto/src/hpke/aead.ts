import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/** An authenticated cipher of HPKE (RFC 9180, section 4) by its registered number (section 7.3). */
export interface Aead {
  id: number;
  /** Nk, Nn and Nt. */
  keyBytes: number;
  nonceBytes: number;
  tagBytes: number;
  seal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array;
  open(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, ciphertext: Uint8Array): Uint8Array;
}

const TAG = 16;
const NONCE = 12;

/** AES-GCM (NIST SP 800-38D) behind the interface of RFC 5116, section 5: the tag follows the ciphertext. */
export function aesGcm(id: number, bits: 128 | 256): Aead {
  const cipher = `aes-${bits}-gcm` as const;
  const options = { authTagLength: TAG };
  return {
    id,
    keyBytes: bits / 8,
    nonceBytes: NONCE,
    tagBytes: TAG,
    seal(key, nonce, aad, plaintext) {
      const sealing = createCipheriv(cipher, key, nonce, options).setAAD(aad);
      return Buffer.concat([sealing.update(plaintext), sealing.final(), sealing.getAuthTag()]);
    },
    open(key, nonce, aad, ciphertext) {
      if (ciphertext.length < TAG) throw new Refusal('not-opened', 'a ciphertext is no shorter than its tag');
      const end = ciphertext.length - TAG;
      const opening = createDecipheriv(cipher, key, nonce, options).setAAD(aad).setAuthTag(ciphertext.subarray(end));
      const plaintext = opening.update(ciphertext.subarray(0, end));
      try {
        // What was deciphered leaves this function only after the tag has been found right.
        return Buffer.concat([plaintext, opening.final()]);
      } catch {
        throw new Refusal('not-opened', 'the ciphertext is not what was sealed here under this key');
      }
    },
  };
}

/** AES-256-GCM, the one authenticated cipher in use. */
export const AES_256_GCM: Aead = aesGcm(0x0002, 256);
