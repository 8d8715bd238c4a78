import { recordEvent } from '../../../audit/index.ts';
import { deleteAskHits } from '../../store/asks/hits.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Forgets what references stood for that were given longer ago than the profile keeps them. Returns how many. */
export async function forgetHits(parts: Pick<ExchangeParts, 'db' | 'clock' | 'membership'>): Promise<number> {
  const { db, clock, membership } = parts;
  const at = clock.now();
  const before = new Date(at.getTime() - membership.limits().exchange.inquiryDays * DAY_MS);
  return await db.transaction().execute(async (tx) => {
    const count = await deleteAskHits(tx, before);
    if (count > 0) {
      await recordEvent(tx, {
        at,
        event: 'exchange.ask-hits-erased',
        actor: { kind: 'node', id: standingOf(parts).self },
        outcome: 'done',
        facts: { count },
      });
    }
    return count;
  });
}
