import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { unwrapKey, unwrapKeys, wrapKey, wrapKeys } from './key-wrap.ts';
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
  const recordKey = freshKey();
  return sealContent({ content, place }, recordKey, wrapKey(recordKey, wrappingKey.key), wrappingKey.id);
}

/** A content and the place it is to be sealed for. */
export interface PlacedContent {
  content: Uint8Array;
  place: string;
}

/** The same for many, each under a key of its own, in less time. */
export function sealRecords(contents: readonly PlacedContent[], wrappingKey: WrappingKey): Buffer[] {
  const recordKeys = contents.map(freshKey);
  const wrapped = wrapKeys(recordKeys, wrappingKey.key);
  return contents.map((content, at) => sealContent(content, recordKeys[at]!, wrapped[at]!, wrappingKey.id));
}

/** Opens what was sealed for `place`. Refused: another place, another wrapping key, an altered byte anywhere. */
export function openRecord(sealed: Uint8Array, place: string, wrappingKey: KeyObject): Buffer {
  checkSealed(sealed);
  const recordKey = unwrapKey(sealed.subarray(WRAPPED_KEY_AT, HEADER_BYTES), wrappingKey);
  return openContent(sealed, place, recordKey);
}

/** A sealed record and the place it was sealed for. */
export interface PlacedRecord {
  sealed: Uint8Array;
  place: string;
}

/** The same for many under one wrapping key, in less time; throws for the first that does not open. */
export function openRecords(records: readonly PlacedRecord[], wrappingKey: KeyObject): Buffer[] {
  for (const { sealed } of records) checkSealed(sealed);
  const wrapped = records.map(({ sealed }) => sealed.subarray(WRAPPED_KEY_AT, HEADER_BYTES));
  const recordKeys = unwrapKeys(wrapped, wrappingKey);
  return records.map(({ sealed, place }, at) => {
    const recordKey = recordKeys[at];
    return recordKey ? openContent(sealed, place, recordKey) : openRecord(sealed, place, wrappingKey);
  });
}

/**
 * Headers that wrap the same record keys by another key; the ciphertext behind each stays as it is. Of what is given only
 * the headers are looked at, and they may stand alone. Undefined for each that `from` does not open.
 */
export function rewrapHeaders(sealed: readonly Uint8Array[], from: KeyObject, to: WrappingKey): (Buffer | undefined)[] {
  for (const record of sealed) checkHeader(record);
  const recordKeys = unwrapKeys(
    sealed.map((record) => record.subarray(WRAPPED_KEY_AT, HEADER_BYTES)),
    from,
  );
  const wrapped = wrapKeys(
    recordKeys.map((key) => key ?? NO_KEY),
    to.key,
  );
  return wrapped.map((key, at) => {
    if (!recordKeys[at]) return undefined;
    const header = Buffer.alloc(HEADER_BYTES);
    writeHeader(header, to.id, key);
    return header;
  });
}

/** Takes the place of a key that did not open; what wraps it is thrown away. */
const NO_KEY = Buffer.alloc(RECORD_KEY_BYTES);

function sealContent(
  { content, place }: PlacedContent,
  recordKey: Buffer,
  wrappedKey: Uint8Array,
  wrappingKeyId: number,
): Buffer {
  if (content.length > MAX_CONTENT_BYTES) {
    throw new Refusal('malformed-sealed', `a content has at most ${MAX_CONTENT_BYTES} bytes`);
  }
  const cipher = createCipheriv(CIPHER, recordKey, NONCE, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(place));
  const sealed = Buffer.allocUnsafe(content.length + SEALING_OVERHEAD);
  writeHeader(sealed, wrappingKeyId, wrappedKey);
  sealed.set(cipher.update(content), HEADER_BYTES);
  // GCM is a stream: `final` closes the tag and gives no bytes.
  cipher.final();
  sealed.set(cipher.getAuthTag(), sealed.length - TAG_BYTES);
  recordKey.fill(0);
  return sealed;
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
