import type { ChunkPlace } from '@entente/contracts/exchange/attachments';
import type { EnvelopeContent } from '@entente/crypto/envelope/envelope';
import { Problem } from '../../../../platform/problem.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { type AskedFile, findEnclosed } from '../../store/attachments/enclosures.ts';
import { readChunk, readFiles } from '../../store/attachments/files.ts';
import { openContents } from '../../store/outbox.ts';
import type { ExchangeParts } from '../parts.ts';
import { whyClosed } from '../why-closed.ts';

/**
 * A sealed chunk of a file that went to this peer, as it lies here. A stranger's envelope is as unknown as one that is not there;
 * a file that was erased is said to be gone.
 */
export async function offerChunk(parts: ExchangeParts, peer: string, place: ChunkPlace): Promise<Buffer> {
  const { file, erased, outbox } = await findFor(parts, peer, place);
  if (erased) throw new Problem(EXCHANGE_PROBLEMS['attachment-gone']);
  if (file === null) {
    // A node restored from a backup has its envelopes back from their receivers, and not what they enclosed.
    const was = await isAnnounced(parts, outbox, place.position);
    throw new Problem(EXCHANGE_PROBLEMS[was ? 'attachment-gone' : 'no-such-attachment']);
  }
  const sealed = await readChunk(parts.db, file, place.chunk);
  if (sealed) {
    parts.metrics.attachmentBytes.inc({ peer, direction: 'out' }, sealed.length);
    return sealed;
  }
  const stored = (await readFiles(parts.db, [file])).get(file);
  throw new Problem(EXCHANGE_PROBLEMS[stored?.state === 'here' ? 'no-such-attachment' : 'attachment-gone']);
}

async function isAnnounced({ db }: Pick<ExchangeParts, 'db'>, outbox: string, position: number): Promise<boolean> {
  const content = (await openContents(db, [outbox])).get(outbox);
  return content !== undefined && (JSON.parse(content) as EnvelopeContent).attachments.length > position;
}

/** The file that a peer asks about. Throws a Problem where nothing passes to it now, or nothing of the kind went to it. */
export async function findFor(
  parts: ExchangeParts,
  peer: string,
  place: { envelope: string; position: number },
): Promise<AskedFile> {
  const why = await whyClosed(parts, peer);
  if (why) throw new Problem(EXCHANGE_PROBLEMS[why]);
  const found = await findEnclosed(parts.db, peer, place);
  if (!found) throw new Problem(EXCHANGE_PROBLEMS['no-such-attachment']);
  return found;
}
