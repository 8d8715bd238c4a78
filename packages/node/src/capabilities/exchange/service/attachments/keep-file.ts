import { toHex } from '@entente/crypto/bytes';
import { encodeAttachmentKey, generateAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { type ByteSource, ContentMeter } from '@entente/crypto/sealed-chunks/content';
import { sealChunks } from '@entente/crypto/sealed-chunks/seal-stream';
import { MAX_ATTACHMENT_BYTES } from '@entente/crypto/sealed-chunks/sizes';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { CHUNK_PLACE, type FileName } from '../../model/files.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { appendChunk, beginFile, deleteFile, endFile } from '../../store/attachments/files.ts';
import type { ExchangeParts } from '../parts.ts';

const createId = createIdSource();

/** What a file is to be called, who keeps it, and how large it may be. */
export interface FileWish extends FileName {
  /** The room that keeps it until it erases it; without one it goes with the envelopes that enclose it. */
  holder?: string | undefined;
  /** In bytes; a gibibyte at most, and unless said. */
  most?: number | undefined;
}

/**
 * Takes a file in as it is read, one chunk sealed and stored at a time, whatever its size. In a transaction it stands with that;
 * otherwise chunk by chunk, and what nothing takes up within a day is deleted. Throws a Problem where it is too large.
 */
export async function keepFile(
  { clock }: Pick<ExchangeParts, 'clock'>,
  db: Database | Tx,
  source: ByteSource,
  { name, mediaType, holder, most = MAX_ATTACHMENT_BYTES }: FileWish,
): Promise<{ id: string; size: number }> {
  const at = clock.now();
  const id = createId(at);
  const key = generateAttachmentKey();
  const meter = new ContentMeter();
  await beginFile(db, id, at, holder ?? null);
  try {
    let number = 0;
    for await (const sealed of sealChunks(key, CHUNK_PLACE, meter.watch(upTo(most, source)))) {
      if (!(await appendChunk(db, { id, state: 'making', number }, sealed))) {
        throw new Error('a file that was being made is gone');
      }
      number += 1;
    }
    const { size, sha256 } = meter.content();
    await endFile(db, id, size, { name, mediaType, sha256: toHex(sha256), key: encodeAttachmentKey(key) });
    return { id, size };
  } catch (error) {
    // In a transaction that is broken nothing can be deleted, and nothing of it stands.
    await deleteFile(db, id).catch(() => {});
    throw error;
  }
}

async function* upTo(most: number, source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > most) throw new Problem(EXCHANGE_PROBLEMS['file-too-large']);
    yield piece;
  }
}
