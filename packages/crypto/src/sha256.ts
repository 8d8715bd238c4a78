import { createHash } from 'node:crypto';

/** 32 bytes of SHA-256 (FIPS 180-4). */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** SHA-256 of the parts, one after the other. Strings count as their UTF-8 bytes. */
export function sha256(...parts: (Uint8Array | string)[]): Hash {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
