import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import {
  associatedData,
  checkHeader,
  HEADER_BYTES,
  MAX_CONTENT_BYTES,
  RECORD_KEY_BYTES,
  SEALING_OVERHEAD,
  TAG_BYTES,
  WRAPPED_KEY_AT,
  writeHeader,
} from './layout.ts';

export { HEADER_BYTES, keyIdOf, MAX_CONTENT_BYTES, SEALING_OVERHEAD } from './layout.ts';

/** A key that wraps the keys of records: 32 bytes, and the number by which a record names it. */
export interface WrappingKey {
  id: number;
  key: KeyObject;
}

const CIPHER = 'aes-256-gcm';

/**
 * Every sealing has a fresh key that encrypts this one content and nothing ever again, so the nonce may be fixed:
 * what AES-GCM forbids (NIST SP 800-38D, section 8) is a nonce used twice under one key.
 */
const NONCE = Buffer.alloc(12);

/**
 * Seals a content under a fresh record key, wrapped by `wrappingKey`, for one place; it opens for that place alone.
 *
 * @returns version, key id, wrapped record key (RFC 3394), ciphertext and tag (AES-256-GCM)
 */
export function sealRecord(content: Uint8Array, place: string, wrappingKey: WrappingKey): Buffer {
  if (content.length > MAX_CONTENT_BYTES) {
    throw new Refusal('malformed-sealed', `a content has at most ${MAX_CONTENT_BYTES} bytes`);
  }
  const recordKey = freshKey();
  const cipher = createCipheriv(CIPHER, recordKey, NONCE, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(place));
  const sealed = Buffer.allocUnsafe(content.length + SEALING_OVERHEAD);
  writeHeader(sealed, wrappingKey.id, wrapKey(recordKey, wrappingKey.key));
  sealed.set(cipher.update(content), HEADER_BYTES);
  // GCM is a stream: `final` closes the tag and gives no bytes.
  cipher.final();
  sealed.set(cipher.getAuthTag(), sealed.length - TAG_BYTES);
  recordKey.fill(0);
  return sealed;
}

/** Opens what was sealed for `place`. Refused: another place, another wrapping key, an altered byte anywhere. */
export function openRecord(sealed: Uint8Array, place: string, wrappingKey: KeyObject): Buffer {
  checkSealed(sealed);
  const recordKey = unwrapKey(sealed.subarray(WRAPPED_KEY_AT, HEADER_BYTES), wrappingKey);
  return openContent(sealed, place, recordKey);
}

/**
 * The header that wraps the same record key by another key; the ciphertext behind it stays as it is. Of `sealed` only
 * the header is looked at, and it may stand alone.
 */
export function rewrapHeader(sealed: Uint8Array, from: KeyObject, to: WrappingKey): Buffer {
  checkHeader(sealed);
  const recordKey = unwrapKey(sealed.subarray(WRAPPED_KEY_AT, HEADER_BYTES), from);
  const header = Buffer.alloc(HEADER_BYTES);
  writeHeader(header, to.id, wrapKey(recordKey, to.key));
  recordKey.fill(0);
  return header;
}

function checkSealed(sealed: Uint8Array): void {
  checkHeader(sealed);
  if (sealed.length < SEALING_OVERHEAD || sealed.length > MAX_CONTENT_BYTES + SEALING_OVERHEAD) {
    throw new Refusal('malformed-sealed', 'a sealed record is cut short or too long');
  }
}

function openContent(sealed: Uint8Array, place: string, recordKey: Buffer): Buffer {
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, recordKey, NONCE, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(place));
  decipher.setAuthTag(sealed.subarray(tagAt));
  const content = decipher.update(sealed.subarray(HEADER_BYTES, tagAt));
  try {
    decipher.final();
  } catch {
    throw new Refusal('not-opened', 'the content does not open: altered, or sealed for another place');
  }
  recordKey.fill(0);
  return content;
}

/** Random bytes by the pool: asking the system for 32 at a time costs as much as sealing. */
const pool = Buffer.alloc(RECORD_KEY_BYTES * 128);
let taken = pool.length;

function freshKey(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const key = Buffer.from(pool.subarray(taken, taken + RECORD_KEY_BYTES));
  pool.fill(0, taken, taken + RECORD_KEY_BYTES);
  taken += RECORD_KEY_BYTES;
  return key;
}
