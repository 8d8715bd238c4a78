import { Refusal } from '../refusal.ts';
import type { AttachmentKey } from './attachment-key.ts';
import { type ByteSource, type Content, ContentMeter, isSameContent } from './content.ts';
import { portionsOf } from './portions.ts';
import { openChunk, sealChunk } from './seal-chunk.ts';
import { CHUNK_BYTES, CHUNK_OVERHEAD, chunkAt, chunkCount, SEALED_CHUNK_BYTES } from './sizes.ts';

/**
 * Seals an attachment as it is read, one sealed chunk at a time, in order. It reads no further than two chunks ahead of
 * what has been taken from it: the second tells whether the first is the last. Over 1 GiB it ends in a `Refusal`.
 */
export async function* sealChunks(
  key: AttachmentKey,
  place: string,
  source: ByteSource,
): AsyncGenerator<Uint8Array, void, undefined> {
  let number = 0;
  let held: Uint8Array | undefined;
  for await (const portion of portionsOf(source, CHUNK_BYTES)) {
    if (held) yield sealChunk(key, place, { number: number++, last: false }, held);
    held = portion;
  }
  yield sealChunk(key, place, { number, last: true }, held ?? new Uint8Array());
}

/**
 * Opens the sealed chunks of an attachment, all of them and in order, in whatever pieces they come, one chunk at a time.
 * Every chunk that is handed out is one that was sealed there; that nothing is missing, nothing follows and the whole is
 * what was announced is known only when this ends without a `Refusal`. Until then nothing may be done with it.
 *
 * Refused: cut short or lengthened (`malformed-sealed`); altered, moved, doubled, of another attachment (`not-opened`);
 * well sealed, and not what was announced (`other-content`).
 */
export async function* openChunks(
  key: AttachmentKey,
  place: string,
  source: ByteSource,
  expected: Content,
): AsyncGenerator<Uint8Array, void, undefined> {
  const count = chunkCount(expected.size);
  const meter = new ContentMeter();
  let number = 0;
  for await (const sealed of portionsOf(source, SEALED_CHUNK_BYTES)) {
    if (number === count) throw new Refusal('malformed-sealed', 'bytes follow the last chunk');
    const chunk = chunkAt(expected.size, number++);
    if (sealed.length !== chunk.length + CHUNK_OVERHEAD) {
      throw new Refusal('malformed-sealed', `chunk ${chunk.number} has not the length that the size gives it`);
    }
    const bytes = openChunk(key, place, chunk, sealed);
    meter.add(bytes);
    yield bytes;
  }
  if (number < count) throw new Refusal('malformed-sealed', 'the attachment is cut short');
  if (!isSameContent(meter.content(), expected)) {
    throw new Refusal('other-content', 'the attachment is not the one that was announced');
  }
}
