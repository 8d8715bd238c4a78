import { AES_256_GCM } from '../hpke/aead.ts';
import { Refusal } from '../refusal.ts';
import { type AttachmentKey, cipherKeyAt } from './attachment-key.ts';
import { chunkNonce, readChunkHead, writeChunkHead } from './chunk-head.ts';
import { CHUNK_BYTES, CHUNK_OVERHEAD, type ChunkPosition, HEAD_BYTES } from './sizes.ts';

/**
 * Seals one chunk of an attachment: `head || ciphertext || tag` (docs/protocol/sealed-chunks.md). It needs no other chunk,
 * so that a transfer may stop anywhere and go on.
 */
export function sealChunk(
  key: AttachmentKey,
  place: string,
  { number, last }: ChunkPosition,
  bytes: Uint8Array,
): Uint8Array {
  const head = writeChunkHead({ number, last });
  if (!isChunkLength(bytes.length, { number, last })) {
    throw new Refusal('out-of-range', `chunk ${number} cannot hold ${bytes.length} bytes`);
  }
  const sealed = AES_256_GCM.seal(cipherKeyAt(key, place), chunkNonce({ number, last }), head, bytes);
  return Buffer.concat([head, sealed]);
}

/**
 * The bytes of the chunk that was sealed with this key, for this place, under this number, as the last one or not as the
 * last. Anything else is refused, so that chunks can be pulled in any order and none passes for another.
 */
export function openChunk(
  key: AttachmentKey,
  place: string,
  { number, last }: ChunkPosition,
  sealed: Uint8Array,
): Uint8Array {
  const said = readChunkHead(sealed);
  if (!isChunkLength(sealed.length - CHUNK_OVERHEAD, said)) {
    throw new Refusal('malformed-sealed', 'a sealed chunk is too short or too long');
  }
  // The cipher would find it out as well: number and last are in its nonce. This says so before the work.
  if (said.number !== number || said.last !== last) throw new Refusal('not-opened', 'another chunk than was asked for');
  const head = sealed.subarray(0, HEAD_BYTES);
  return AES_256_GCM.open(cipherKeyAt(key, place), chunkNonce(said), head, sealed.subarray(HEAD_BYTES));
}

/** One size, one way to cut it: all chunks but the last are full, and only an attachment that is empty has an empty one. */
function isChunkLength(length: number, { number, last }: ChunkPosition): boolean {
  if (!last) return length === CHUNK_BYTES;
  return length <= CHUNK_BYTES && (number === 0 ? length >= 0 : length > 0);
}
