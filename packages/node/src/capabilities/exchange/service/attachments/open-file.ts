import { fromHex } from '@entente/crypto/bytes';
import { decodeAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { openChunks } from '@entente/crypto/sealed-chunks/seal-stream';
import { chunkCount } from '@entente/crypto/sealed-chunks/sizes';
import { HASH_BYTES } from '@entente/crypto/sha256';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { CHUNK_PLACE, type OpenFile, type StoredFile } from '../../model/files.ts';
import { readChunk, readFiles } from '../../store/attachments/files.ts';

/** A file that is here whole, to be read chunk by chunk; undefined where it is not. */
export async function openFile(db: Database | Tx, id: string): Promise<OpenFile | undefined> {
  const file = (await readFiles(db, [id])).get(id);
  return file?.state === 'here' ? openStored(db, file) : undefined;
}

/**
 * Reads a file whose chunks are all stored, whatever its state. Reading throws a Refusal where they are not what was announced: a
 * whole is believed only at its end.
 */
export function openStored(db: Database | Tx, { id, size, personal }: StoredFile): OpenFile {
  if (!personal) throw new Error(`the file ${id} has no key`);
  const { name, mediaType, sha256, key } = personal;
  const expected = { size, sha256: fromHex(sha256, HASH_BYTES, 'malformed-sealed') };
  return {
    id,
    name,
    mediaType,
    size,
    bytes: () => openChunks(decodeAttachmentKey(key), CHUNK_PLACE, storedChunks(db, id, chunkCount(size)), expected),
  };
}

async function* storedChunks(db: Database | Tx, id: string, count: number): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < count; number++) {
    const sealed = await readChunk(db, id, number);
    if (!sealed) return;
    yield sealed;
  }
}
