import type { DeadLetter, DeadLetters } from '@entente/contracts/exchange';
import { readReceipt } from '@entente/crypto/envelope/receipt';
import type { Database } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { readEnclosures } from '../store/attachments/enclosures.ts';
import { type DeadLetterRow, listDeadLetters, lockDeadLetter, markReleased } from '../store/dead-letters.ts';
import type { ExchangeParts } from './parts.ts';
import { send } from './send.ts';

const MOST_SHOWN = 500;

/** Envelopes that were refused, or had expired, and that nobody has released; the oldest first, without their bodies. */
export async function viewDeadLetters(db: Database): Promise<DeadLetters> {
  const rows = await listDeadLetters(db, MOST_SHOWN + 1);
  return { letters: rows.slice(0, MOST_SHOWN).map(viewDeadLetter), more: rows.length > MOST_SHOWN };
}

function viewDeadLetter({ node, at, receipt, ...row }: DeadLetterRow): DeadLetter {
  const detail = receipt === null ? '' : (readReceipt(receipt).receipt.reason?.detail ?? '');
  return { ...row, to: node, at: at.toISOString(), detail };
}

/**
 * Sends a held envelope once more, as a new one with a number of its own: the old one keeps its number and its refusal. It
 * may live as long again as it might at first.
 */
export async function releaseDeadLetter(
  parts: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>,
  by: Attribution,
  id: string,
): Promise<{ id: string }> {
  const { db, clock } = parts;
  return await db.transaction().execute(async (tx) => {
    const letter = await lockDeadLetter(tx, id);
    if (!letter) throw new Problem(EXCHANGE_PROBLEMS['unknown-dead-letter']);
    const { node, type, handling, instrument, createdAt, expiresAt, draft, envelope, code } = letter;
    const at = clock.now();
    const released = await send(parts, tx, {
      to: node,
      type,
      body: draft.body,
      handling,
      instrument: instrument ?? undefined,
      expiresAt: expiresAt ? new Date(at.getTime() + expiresAt.getTime() - createdAt.getTime()) : undefined,
      files: await readEnclosures(tx, id),
    });
    await markReleased(tx, id, at, released.id);
    await recordEvent(tx, {
      ...by,
      at,
      event: 'exchange.released',
      outcome: 'done',
      subject: { kind: 'envelope', ref: envelope },
      facts: { to: node, type, code },
    });
    return released;
  });
}
