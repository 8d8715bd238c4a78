import type { Attribution } from '../../../audit/index.ts';
import { decideOutcome, isExpired, isSetBack, mustSuspend } from '../../rules/lifecycle.ts';
import { findDisputedBefore, findEnded, lockAlert } from '../../store/alerts.ts';
import { circulate } from '../circulation/circulate.ts';
import { writeChange } from './change-alert.ts';
import { abandonPending } from './end.ts';
import type { AlertParts } from './parts.ts';
import { readWhole } from './standing.ts';

/** Alerts taken in one round; the next round takes more. */
const BATCH = 200;

const BY_THE_NODE: Attribution = { actor: { kind: 'node', id: 'node' } };

/** Expires what has come to its end, and suspends records disputed for too long. Returns how many of each. */
export async function keepTerms(parts: AlertParts): Promise<{ expired: number; suspended: number }> {
  if (await parts.exchange.isHistoryHeld(parts.db)) return { expired: 0, suspended: 0 };
  const now = parts.clock.now();
  const hours = parts.membership.procedure().disputeSuspendsAfterHours;
  const since = new Date(now.getTime() - hours * 3_600_000);
  let [expired, suspended] = [0, 0];
  for (const id of await findEnded(parts.db, now, BATCH)) expired += (await expire(parts, id)) ? 1 : 0;
  for (const id of await findDisputedBefore(parts.db, since, BATCH)) suspended += (await suspend(parts, id)) ? 1 : 0;
  return { expired, suspended };
}

async function expire(parts: AlertParts, id: string): Promise<boolean> {
  return await parts.db.transaction().execute(async (tx) => {
    const now = parts.clock.now();
    const alert = (await lockAlert(tx, id))!;
    const whole = await readWhole(tx, alert);
    if (!isExpired(whole.standing, now) || isSetBack(whole.standing, now)) return false;
    await abandonPending(tx, whole);
    const { status } = decideOutcome('expire', whole.standing);
    const change = { status, pending: null, disputedAt: null };
    const step = { step: 'expired', version: alert.current } as const;
    await writeChange(tx, BY_THE_NODE, { alert }, { event: 'alerts.expired', change, step, feed: 'removed' }, now);
    await circulate(tx, parts, (await lockAlert(tx, id))!);
    return true;
  });
}

async function suspend(parts: AlertParts, id: string): Promise<boolean> {
  return await parts.db.transaction().execute(async (tx) => {
    const now = parts.clock.now();
    const alert = (await lockAlert(tx, id))!;
    const whole = await readWhole(tx, alert);
    const { disputeSuspendsAfterHours } = parts.membership.procedure();
    if (!mustSuspend(alert, disputeSuspendsAfterHours, now) || isSetBack(whole.standing, now)) return false;
    const change = { status: decideOutcome('suspend', whole.standing).status };
    const step = { step: 'suspended', version: alert.current } as const;
    await writeChange(tx, BY_THE_NODE, { alert }, { event: 'alerts.suspended', change, step, feed: 'removed' }, now);
    await circulate(tx, parts, (await lockAlert(tx, id))!);
    return true;
  });
}
