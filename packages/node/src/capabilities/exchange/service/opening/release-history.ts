import { Problem } from '../../../../platform/problem.ts';
import { type Attribution, readGrowth, recordEvent, setGrowth } from '../../../audit/index.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import type { ExchangeParts } from '../parts.ts';

/**
 * Lets the log grow though no peer has told which heads it saw, by an operator's decision, for his stated reason. Each channel
 * still waits for its peer. Where the database was restored from a backup, peers that saw more find two histories.
 */
export async function releaseHistory(
  { db, clock }: Pick<ExchangeParts, 'db' | 'clock'>,
  by: Attribution,
  reason: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if ((await readGrowth(tx)) !== 'held') throw new Problem(EXCHANGE_PROBLEMS['history-not-held']);
    await recordEvent(tx, {
      ...by,
      at: clock.now(),
      event: 'exchange.history-released',
      outcome: 'done',
      parts: [{ name: 'reason', text: reason }],
    });
    await setGrowth(tx, 'witnessed');
  });
}
