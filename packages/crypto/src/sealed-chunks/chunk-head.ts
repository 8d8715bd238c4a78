import { Refusal } from '../refusal.ts';
import { type ChunkPosition, HEAD_BYTES, MAX_CHUNKS } from './sizes.ts';

/** The first byte of every sealed chunk of this format. */
export const VERSION = 0x01;

const NONCE_BYTES = 12;

/** `version || last || number`, six bytes: what stands in clear before a chunk, and is bound into its seal. */
export function writeChunkHead({ number, last }: ChunkPosition): Uint8Array {
  if (!Number.isSafeInteger(number) || number < 0 || number >= MAX_CHUNKS) {
    throw new Refusal('out-of-range', `an attachment has at most ${MAX_CHUNKS} chunks`);
  }
  const head = Buffer.alloc(HEAD_BYTES);
  head[0] = VERSION;
  head[1] = last ? 1 : 0;
  head.writeUInt32BE(number, 2);
  return head;
}

/** Reads the head without believing it: a changed one does not open. */
export function readChunkHead(sealed: Uint8Array): ChunkPosition {
  if (sealed.length < HEAD_BYTES) throw new Refusal('malformed-sealed', 'too short for a sealed chunk');
  if (sealed[0] !== VERSION) throw new Refusal('malformed-sealed', 'a sealed chunk of an unknown version');
  if (sealed[1]! > 1) throw new Refusal('malformed-sealed', 'a chunk is the last or it is not');
  const number = new DataView(sealed.buffer, sealed.byteOffset, HEAD_BYTES).getUint32(2);
  if (number >= MAX_CHUNKS) throw new Refusal('malformed-sealed', `an attachment has at most ${MAX_CHUNKS} chunks`);
  return { number, last: sealed[1] === 1 };
}

/**
 * The nonce of STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: "Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance", 2015, section 7): prefix, number, last. The key belongs to one attachment, so the prefix is zero.
 */
export function chunkNonce({ number, last }: ChunkPosition): Uint8Array {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = last ? 1 : 0;
  return nonce;
}
