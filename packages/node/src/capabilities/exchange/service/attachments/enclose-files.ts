import type { Attachment } from '@entente/crypto/envelope/envelope';
import { decodeAttachmentKey, encodeEnclosedKey } from '@entente/crypto/sealed-chunks/attachment-key';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import type { Outgoing } from '../../model/envelopes.ts';
import type { StoredFile } from '../../model/files.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { readFiles } from '../../store/attachments/files.ts';

/**
 * What envelopes say of the files they enclose, for each envelope in their order. Throws a Problem for a file that is not here
 * whole.
 */
export async function describeFiles(tx: Tx, outgoing: readonly Pick<Outgoing, 'files'>[]): Promise<Attachment[][]> {
  const ids = outgoing.flatMap(({ files = [] }) => files);
  const found = await readFiles(tx, ids);
  return outgoing.map(({ files = [] }) => files.map((id) => describe(found.get(id))));
}

function describe(file: StoredFile | undefined): Attachment {
  if (file?.state !== 'here' || !file.personal) throw new Problem(EXCHANGE_PROBLEMS['unknown-file']);
  const { sha256, name, mediaType, key } = file.personal;
  return { sha256, size: file.size, name, mediaType, key: encodeEnclosedKey(decodeAttachmentKey(key)) };
}
