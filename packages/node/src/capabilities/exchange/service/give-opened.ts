import { signReceipt } from '@entente/crypto/envelope/receipt';
import type { Tx } from '../../../platform/database/database.ts';
import { type Attribution, recordEvent } from '../../audit/index.ts';
import { findArrival } from '../store/inbox.ts';
import { notifyWork } from '../store/notices.ts';
import { insertOpened, isOpened } from '../store/receipts-given.ts';
import { type ExchangeParts, standingOf } from './parts.ts';

/**
 * Tells an envelope's sender that somebody here has opened what it brought: a receipt more, in the caller's transaction, the
 * first time only. False where nothing came under that id, or it was said before.
 *
 * @param envelope the envelope's id, as the room got it
 */
export async function giveOpened(
  parts: Pick<ExchangeParts, 'clock' | 'membership'>,
  tx: Tx,
  by: Attribution,
  envelope: string,
): Promise<boolean> {
  const arrival = await findArrival(tx, envelope);
  if (!arrival || (await isOpened(tx, arrival))) return false;
  const { node, seq, type } = arrival;
  const { register, self } = standingOf(parts);
  const at = parts.clock.now();
  const { id: record } = await recordEvent(tx, {
    ...by,
    at,
    event: 'exchange.opened',
    outcome: 'done',
    subject: { kind: 'envelope', ref: envelope },
    facts: { from: node, seq, type },
  });
  const line = signReceipt(
    {
      organisation: register.organisation,
      envelope,
      from: self,
      to: node,
      seq,
      status: 'opened',
      at: at.toISOString(),
      record,
    },
    parts.membership.keys.signing().key,
  );
  const given = await insertOpened(tx, { node, seq }, line);
  await notifyWork(tx);
  return given;
}
