import { Refusal } from '../refusal.ts';

/** What one chunk holds; only the last of an attachment may hold less. */
export const CHUNK_BYTES = 2 ** 20;
export const MAX_ATTACHMENT_BYTES = 2 ** 30;
export const MAX_CHUNKS = MAX_ATTACHMENT_BYTES / CHUNK_BYTES;

export const HEAD_BYTES = 6;
export const TAG_BYTES = 16;

/** What sealing adds to a chunk. */
export const CHUNK_OVERHEAD = HEAD_BYTES + TAG_BYTES;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + CHUNK_OVERHEAD;

/** Which chunk of its attachment: numbers count from 0, and one is the last. */
export interface ChunkPosition {
  number: number;
  last: boolean;
}

/** A chunk of an attachment whose size is known. */
export interface Chunk extends ChunkPosition {
  /** Bytes of the attachment in it. */
  length: number;
}

/** How many chunks an attachment of `size` bytes has. An empty one has one, empty, so that its end is sealed too. */
export function chunkCount(size: number): number {
  if (!Number.isSafeInteger(size) || size < 0 || size > MAX_ATTACHMENT_BYTES) {
    throw new Refusal('out-of-range', `an attachment has 0 to ${MAX_ATTACHMENT_BYTES} bytes`);
  }
  return Math.max(1, Math.ceil(size / CHUNK_BYTES));
}

/** Bytes of all sealed chunks, one after the other. */
export function sealedSize(size: number): number {
  return size + chunkCount(size) * CHUNK_OVERHEAD;
}

/** Chunk `number` of an attachment of `size` bytes. */
export function chunkAt(size: number, number: number): Chunk {
  const count = chunkCount(size);
  if (!Number.isSafeInteger(number) || number < 0 || number >= count) {
    throw new Refusal('out-of-range', `an attachment of ${size} bytes has no chunk ${number}`);
  }
  return { number, last: number === count - 1, length: Math.min(CHUNK_BYTES, size - number * CHUNK_BYTES) };
}

/** Where the sealed chunk lies among all of them: its first byte, and the first after it. */
export function sealedRange(size: number, number: number): [start: number, end: number] {
  const start = number * SEALED_CHUNK_BYTES;
  return [start, start + chunkAt(size, number).length + CHUNK_OVERHEAD];
}
