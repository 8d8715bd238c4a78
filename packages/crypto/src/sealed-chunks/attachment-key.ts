import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { fromBase64, fromHex, toBase64, toHex } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { VERSION } from './chunk-head.ts';

/**
 * The key of one attachment, 256 bits, never of two. Whoever seals a chunk again, to resume, seals the same bytes again:
 * two texts under one nonce would give AES-GCM away (NIST SP 800-38D, section 8). It never prints itself.
 */
export type AttachmentKey = KeyObject;

const KEY_BYTES = 32;
const MAX_PLACE_BYTES = 512;
const LABEL = Buffer.from('entente-sealed-chunks');

/** A fresh key from the system's randomness. */
export function generateAttachmentKey(): AttachmentKey {
  return createSecretKey(randomBytes(KEY_BYTES));
}

/** 64 hexadecimal digits. */
export function encodeAttachmentKey(key: AttachmentKey): string {
  return toHex(key.export());
}

export function decodeAttachmentKey(text: string): AttachmentKey {
  return createSecretKey(fromHex(text, KEY_BYTES, 'malformed-key'));
}

/** Strict Base64, the form in which it travels inside a sealed envelope. */
export function encodeEnclosedKey(key: AttachmentKey): string {
  return toBase64(key.export());
}

/** The key that an envelope names; refused as `malformed-key` unless it has 32 bytes. */
export function decodeEnclosedKey(text: string): AttachmentKey {
  const bytes = fromBase64(text, 'malformed-key');
  if (bytes.length !== KEY_BYTES) throw new Refusal('malformed-key', `a key has ${KEY_BYTES} bytes`);
  return createSecretKey(bytes);
}

/**
 * The key that seals the chunks: HKDF-SHA256 (RFC 5869) of the attachment's key, without salt, with
 * `info = "entente-sealed-chunks" || version || UTF-8(place)`. So a key that was given to two attachments after all is
 * still two keys, as long as their places differ.
 */
export function cipherKeyAt(key: AttachmentKey, place: string): Uint8Array {
  // Half a surrogate pair has no UTF-8 and would be written like any other: two places would be one.
  if (!place.isWellFormed()) throw new Refusal('lone-surrogate', 'half a surrogate pair in a place');
  const text = Buffer.from(place);
  if (text.length === 0 || text.length > MAX_PLACE_BYTES) {
    throw new Refusal('out-of-range', `a place has 1 to ${MAX_PLACE_BYTES} bytes`);
  }
  const info = Buffer.concat([LABEL, Uint8Array.of(VERSION), text]);
  return new Uint8Array(hkdfSync('sha256', key, '', info, KEY_BYTES));
}
