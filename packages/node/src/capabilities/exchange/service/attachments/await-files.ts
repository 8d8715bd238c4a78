import type { Attachment } from '@entente/crypto/envelope/envelope';
import { decodeEnclosedKey, encodeAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ReceivedAttachment } from '../../model/envelopes.ts';
import { insertPulls } from '../../store/attachments/pulls.ts';

const createId = createIdSource();

/**
 * Begins the files that an envelope announces, in the transaction that accepts it, and before the room sees it: it may name them in
 * what it writes. Pulling begins once that is committed.
 */
export async function awaitFiles(
  tx: Tx,
  of: { node: string; seq: number; at: Date },
  attachments: readonly Attachment[],
): Promise<ReceivedAttachment[]> {
  const files = attachments.map(({ sha256, size, name, mediaType, key }) => ({
    id: createId(of.at),
    size,
    personal: { name, mediaType, sha256, key: encodeAttachmentKey(decodeEnclosedKey(key)) },
  }));
  if (files.length > 0) await insertPulls(tx, of, files);
  return files.map(({ id, size, personal: { name, mediaType } }) => ({ file: id, size, name, mediaType }));
}
