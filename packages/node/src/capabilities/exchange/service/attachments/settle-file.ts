import { Refusal } from '@entente/crypto/refusal';
import type { Tx } from '../../../../platform/database/database.ts';
import { type AuditEntry, recordEvent } from '../../../audit/index.ts';
import type { ArrivedFile } from '../../model/files.ts';
import { emptyFiles } from '../../store/attachments/files.ts';
import { lockComing, markEnded, markHere, type Pull } from '../../store/attachments/pulls.ts';
import { savePoint } from '../../store/portions.ts';
import type { ExchangeParts } from '../parts.ts';
import { openStored } from './open-file.ts';

type Parts = Pick<ExchangeParts, 'db' | 'clock' | 'handlers'>;

/**
 * Ends a file of which every chunk is stored: compares the whole with what the envelope announced, then has the room look at it. It is
 * here, or it is refused and deleted, in one transaction with the record of it.
 */
export async function settleFile(parts: Parts, pull: Pull, signal: AbortSignal): Promise<void> {
  if (!(await isWhole(parts, pull, signal))) return await endFile(parts, pull, 'refused', 'attachment-other-content');
  await parts.db.transaction().execute(async (tx) => {
    if (!(await lockComing(tx, pull.id))) return;
    const code = await askRoom(parts, tx, pull);
    if (code !== null) return await end(parts, tx, pull, 'refused', code);
    await recordEvent(tx, entryOf(parts, pull, 'exchange.attachment-received'));
  });
}

/** Ends a file that will not come, and why. */
export async function endFile(parts: Parts, pull: Pull, state: 'refused' | 'gone', code: string): Promise<void> {
  await parts.db.transaction().execute(async (tx) => {
    if (await lockComing(tx, pull.id)) await end(parts, tx, pull, state, code);
  });
}

async function end(parts: Parts, tx: Tx, pull: Pull, state: 'refused' | 'gone', code: string): Promise<void> {
  await markEnded(tx, pull.id, state, code);
  await recordEvent(tx, entryOf(parts, pull, 'exchange.attachment-refused', code));
}

/** Reads what is stored from the first byte on: what is in the database is what counts. */
async function isWhole({ db }: Parts, pull: Pull, signal: AbortSignal): Promise<boolean> {
  try {
    for await (const _ of openStored(db, pull).bytes()) signal.throwIfAborted();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The code by which the room refuses the file, null where it takes it. What it wrote before refusing is undone. */
async function askRoom({ handlers }: Parts, tx: Tx, pull: Pull): Promise<string | null> {
  const taken = handlers.find(pull.type)?.attachments;
  if (!taken) return 'attachment-not-taken';
  const point = await savePoint(tx);
  const { node: from, seq, position } = pull;
  const arrived: ArrivedFile = { ...openStored(tx, pull), from, seq, position };
  const verdict = await taken.arrived(tx, arrived);
  if ('refused' in verdict) {
    await point.goBack();
    return verdict.refused.code;
  }
  await point.keep();
  await (taken.keeps ? markHere(tx, pull.id) : emptyFiles(tx, [pull.id], 'taken'));
  return null;
}

function entryOf(
  { clock }: Parts,
  { node, envelope, seq, position }: Pull,
  event: 'exchange.attachment-received' | 'exchange.attachment-refused',
  code?: string,
): AuditEntry {
  return {
    at: clock.now(),
    event,
    actor: { kind: 'node', id: node },
    outcome: code === undefined ? 'done' : 'refused',
    subject: { kind: 'envelope', ref: envelope },
    facts: { from: node, seq, position, ...(code !== undefined && { code }) },
  };
}
