import { Refusal } from '../refusal.ts';
import { WRAP_OVERHEAD } from './key-wrap.ts';

/** The one format there is: `version | key id | wrapped record key | ciphertext | tag`. */
export const FORMAT_VERSION = 1;

export const RECORD_KEY_BYTES = 32;
export const KEY_ID_BYTES = 4;
export const TAG_BYTES = 16;

const KEY_ID_AT = 1;
export const WRAPPED_KEY_AT = KEY_ID_AT + KEY_ID_BYTES;

/** Where the ciphertext begins; the header before it is all that rotating a key changes. */
export const HEADER_BYTES = WRAPPED_KEY_AT + RECORD_KEY_BYTES + WRAP_OVERHEAD;

/** What sealing adds to a content. */
export const SEALING_OVERHEAD = HEADER_BYTES + TAG_BYTES;

/** A record is one row of a table; nothing near this size belongs into one. */
export const MAX_CONTENT_BYTES = 32 * 1024 * 1024;

const MAX_PLACE_BYTES = 512;

/** Number of the key that wrapped the record's key, from the header, which may stand alone. */
export function keyIdOf(sealed: Uint8Array): number {
  checkHeader(sealed);
  return ((sealed[1]! << 24) | (sealed[2]! << 16) | (sealed[3]! << 8) | sealed[4]!) >>> 0;
}

/** Refuses what is too short for a header or of another version. */
export function checkHeader(sealed: Uint8Array): void {
  if (sealed.length < HEADER_BYTES) throw new Refusal('malformed-sealed', 'too short for a sealed record');
  if (sealed[0] !== FORMAT_VERSION)
    throw new Refusal('malformed-sealed', `no sealed record of version ${FORMAT_VERSION}`);
}

/** Writes version, key id and wrapped key to the beginning of `target`. */
export function writeHeader(target: Buffer, keyId: number, wrappedKey: Uint8Array): void {
  target[0] = FORMAT_VERSION;
  target.writeUInt32BE(keyId, KEY_ID_AT);
  target.set(wrappedKey, WRAPPED_KEY_AT);
}

/**
 * What a content is bound to besides its key: the version, and the place it was sealed for. The key's id is not part of
 * it, so that the header can be wrapped anew.
 */
export function associatedData(place: string): Buffer {
  const data = Buffer.from(`\u0001${place}`, 'utf8');
  if (place === '' || data.length > MAX_PLACE_BYTES) {
    throw new Refusal('malformed-sealed', `a place has 1 to ${MAX_PLACE_BYTES - 1} bytes`);
  }
  return data;
}
