import { recordEvent } from '../../audit/index.ts';
import { eraseOlderThan } from '../store/erasure.ts';
import { type ExchangeParts, standingOf } from './parts.ts';

export type ErasingParts = Pick<ExchangeParts, 'db' | 'clock' | 'log' | 'membership'>;

const DAY_MS = 24 * 60 * 60_000;

/** Erases what envelopes said that both sides have dealt with longer ago than the profile's restore window. Returns how many. */
export async function eraseContents(parts: ErasingParts): Promise<number> {
  const { db, clock, log, membership } = parts;
  const before = new Date(clock.now().getTime() - membership.limits().exchange.restoreWindowDays * DAY_MS);
  const count = await eraseOlderThan(db, before);
  if (count === 0) return 0;
  await db.transaction().execute((tx) =>
    recordEvent(tx, {
      at: clock.now(),
      event: 'exchange.contents-erased',
      actor: { kind: 'node', id: standingOf(parts).self },
      outcome: 'done',
      facts: { count, before: before.toISOString().slice(0, 10) },
    }),
  );
  log.info({ envelopes: count }, 'what envelopes older than the restore window said was erased');
  return count;
}
