import { hash } from 'node:crypto';

/** 32 bytes of SHA-256 (FIPS 180-4). */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** SHA-256 of the parts, one after the other. Strings count as their UTF-8 bytes. */
export function sha256(...parts: (Uint8Array | string)[]): Hash {
  // In one go: what is hashed is mostly short, and a hash object to feed costs more than joining it.
  const [only] = parts;
  return hash('sha256', parts.length === 1 ? only! : Buffer.concat(parts.map(bytesOf)), 'buffer');
}

function bytesOf(part: Uint8Array | string): Uint8Array {
  return typeof part === 'string' ? Buffer.from(part) : part;
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
