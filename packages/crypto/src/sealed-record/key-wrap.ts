import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/** AES-256 as the key that wraps; RFC 3394 also knows shorter ones, which are not used here. */
const CIPHER = 'id-aes256-wrap';

/** RFC 3394, section 2.2.3.1: the value by which unwrapping tells that nothing was altered. */
const DEFAULT_IV = Buffer.alloc(8, 0xa6);

/** What wrapping adds (RFC 3394, section 2.2.1: n blocks of 8 bytes become n + 1). */
export const WRAP_OVERHEAD = 8;

/** Wraps a key (RFC 3394, section 2.2.1). The same two keys always give the same bytes. */
export function wrapKey(key: Uint8Array, wrappingKey: KeyObject): Buffer {
  if (key.length < 16 || key.length % 8 !== 0) {
    throw new Refusal('malformed-key', 'a key to wrap has two or more blocks of 8 bytes');
  }
  const cipher = createCipheriv(CIPHER, wrappingKey, DEFAULT_IV);
  return Buffer.concat([cipher.update(key), cipher.final()]);
}

/** Unwraps a key (RFC 3394, section 2.2.2); one altered, or wrapped by another key, is refused. */
export function unwrapKey(wrapped: Uint8Array, wrappingKey: KeyObject): Buffer {
  const decipher = createDecipheriv(CIPHER, wrappingKey, DEFAULT_IV);
  try {
    if (wrapped.length < 16 + WRAP_OVERHEAD) throw new RangeError('too short');
    // OpenSSL unwraps and compares in the one update; `final` has nothing left to give.
    return decipher.update(wrapped);
  } catch {
    throw new Refusal('not-opened', 'the wrapped key does not open: altered, or wrapped by another key');
  }
}
