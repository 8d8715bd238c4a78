import { Refusal } from '@entente/crypto/refusal';
import type { AttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { readChunkHead } from '@entente/crypto/sealed-chunks/chunk-head';
import { openChunk } from '@entente/crypto/sealed-chunks/seal-chunk';
import { CHUNK_OVERHEAD, chunkAt } from '@entente/crypto/sealed-chunks/sizes';
import { CHUNK_PLACE } from '../../model/files.ts';

/** What is wrong with a chunk that came: too short or long, no chunk or another than was asked for, or not as it was sealed. */
export type ChunkFault = 'attachment-wrong-length' | 'attachment-wrong-chunk' | 'attachment-altered';

/**
 * Judges a sealed chunk by itself, before it is kept: undefined where it is the one that was asked for.
 *
 * @param size bytes of the whole attachment, as its envelope has it
 * @param number of the chunk, from 0
 */
export function judgeChunk(
  key: AttachmentKey,
  { size, number }: { size: number; number: number },
  sealed: Uint8Array,
): ChunkFault | undefined {
  const chunk = chunkAt(size, number);
  if (sealed.length !== chunk.length + CHUNK_OVERHEAD) return 'attachment-wrong-length';
  try {
    const said = readChunkHead(sealed);
    if (said.number !== chunk.number || said.last !== chunk.last) return 'attachment-wrong-chunk';
    openChunk(key, CHUNK_PLACE, chunk, sealed);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'not-opened' ? 'attachment-altered' : 'attachment-wrong-chunk';
  }
}
