import { randomBytes } from 'node:crypto';
import { equalBytes, type Hash, sha256 } from './sha256.ts';

export const SALT_BYTES = 32;

/** A salt of its own for every text: without it, a guessed name could be confirmed by its hash. */
export function createSalt(): Uint8Array {
  return randomBytes(SALT_BYTES);
}

/**
 * `SHA-256(salt || UTF-8 text)`. The salt has a fixed length, so the two cannot be split otherwise.
 * With text and salt erased, the commitment says nothing about either.
 */
export function commitTo(text: string, salt: Uint8Array): Hash {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  return sha256(salt, text);
}

/** Whether text and salt are what was committed to. */
export function opensCommitment(commitment: Uint8Array, text: string, salt: Uint8Array): boolean {
  return salt.length === SALT_BYTES && equalBytes(commitTo(text, salt), commitment);
}
