import { recordEvent } from '../../audit/index.ts';
import { eraseDue, eraseOlderThan } from '../store/erasure.ts';
import { type ExchangeParts, standingOf } from './parts.ts';

export type ErasingParts = Pick<ExchangeParts, 'db' | 'clock' | 'log' | 'membership'>;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Erases what envelopes said: of what was erased itself, as soon as the receiver has dealt with it; of everything, once it is older than
 * the profile's restore window. Returns how many.
 */
export async function eraseContents(parts: ErasingParts): Promise<number> {
  const { db, clock, log, membership } = parts;
  const due = await eraseDue(db);
  const before = new Date(clock.now().getTime() - membership.limits().exchange.restoreWindowDays * DAY_MS);
  const old = await eraseOlderThan(db, before);
  if (old > 0) {
    await db.transaction().execute((tx) =>
      recordEvent(tx, {
        at: clock.now(),
        event: 'exchange.contents-erased',
        actor: { kind: 'node', id: standingOf(parts).self },
        outcome: 'done',
        facts: { count: old, before: before.toISOString().slice(0, 10) },
      }),
    );
    log.info({ envelopes: old }, 'what envelopes older than the restore window said was erased');
  }
  return due + old;
}
