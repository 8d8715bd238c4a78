import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../../platform/database/database.ts';
import { Problem } from '../../../../platform/problem.ts';
import { recordEvent } from '../../../audit/index.ts';
import type { ArrivedFile, Verdict } from '../../../exchange/index.ts';
import { type CleanPhotograph, cleanPhotograph } from '../../photographs/clean.ts';
import { lockAlert } from '../../store/alerts.ts';
import { deleteAwaitedFile, findAwaited } from '../../store/awaited-photographs.ts';
import { insertPhotograph } from '../../store/photographs.ts';
import type { AlertParts } from '../alerts/parts.ts';

/**
 * Takes a photograph of another state's alert that has come: inspected, decoded and encoded anew like one that is uploaded here, since no
 * sender's cleaning is believed. It is shown from then on as a photograph of this state's own is.
 */
export async function takePhotograph({ clock }: AlertParts, tx: Tx, file: ArrivedFile): Promise<Verdict> {
  const awaited = await findAwaited(tx, file.id);
  const alert = awaited && (await lockAlert(tx, awaited.alert));
  if (!awaited || !alert || alert.status === 'deleted') {
    return { refused: { code: 'alerts.photograph-not-awaited', detail: 'The alert names it no more' } };
  }
  const clean = await cleanOrRefuse(file);
  if ('refused' in clean) return clean;
  const id = randomUUID();
  const at = clock.now();
  const { jpeg, width, height } = clean;
  const { identity, ownersId } = awaited;
  const photograph = { id, alert: alert.id, identity, version: alert.current ?? 1, addedAt: at, width, height };
  await insertPhotograph(tx, { ...photograph, file: null, ownersId }, jpeg);
  await deleteAwaitedFile(tx, file.id);
  await recordEvent(tx, {
    actor: { kind: 'node', id: file.from },
    at,
    event: 'alerts.photograph-received',
    outcome: 'done',
    subject: { kind: 'alert', ref: alert.reference },
    facts: { category: alert.category, photograph: id },
  });
  return { accepted: true };
}

async function cleanOrRefuse(file: ArrivedFile): Promise<CleanPhotograph | Extract<Verdict, { refused: object }>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes()) pieces.push(piece);
  try {
    return await cleanPhotograph(Buffer.concat(pieces));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: { code: `alerts.${error.code}`, detail: error.title } };
  }
}
