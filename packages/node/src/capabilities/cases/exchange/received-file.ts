import type { Tx } from '../../../platform/database/database.ts';
import { recordEvent } from '../../audit/index.ts';
import type { ArrivedFile, Verdict } from '../../exchange/index.ts';
import { checkContent } from '../service/files/check-content.ts';
import type { CasesParts } from '../service/parts.ts';
import { findFile } from '../store/files.ts';
import { ACCEPTED, refuse } from './refusals.ts';

/** A file of a message of the other side has come: no sender is believed about what it is. */
export async function receiveFile({ clock }: CasesParts, tx: Tx, file: ArrivedFile): Promise<Verdict> {
  const known = await findFile(tx, file.id);
  // The case was erased while it was on its way.
  if (!known) return refuse('cases.unknown-thread');
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes()) pieces.push(piece);
  const fault = checkContent(file.mediaType, Buffer.concat(pieces));
  if (fault) return refuse(fault === 'file-hostile' ? 'cases.file-hostile' : 'cases.file-content');
  await recordEvent(tx, {
    actor: { kind: 'node', id: file.from },
    at: clock.now(),
    event: 'cases.file-received',
    outcome: 'done',
    subject: { kind: 'case', ref: known.followUp },
    facts: { file: file.id, mediaType: file.mediaType, size: file.size },
  });
  return ACCEPTED;
}
