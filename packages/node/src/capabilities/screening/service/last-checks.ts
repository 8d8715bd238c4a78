import type { LastChecks } from '@entente/contracts/screening/shift';
import { type Asking, attribution, liveSessionIds } from '../../access/index.ts';
import { recordEvent } from '../../audit/index.ts';
import { deleteLastChecks, readLastChecks } from '../store/last-checks.ts';
import type { ScreeningParts } from './parts.ts';
import { shiftBegan } from './shift.ts';

/** More an officer does not look back at. */
const MOST = 50;

/** The officer's own last checks in this session, masked. What is over is forgotten before it could be shown. */
export async function lastChecks(parts: ScreeningParts, asking: Asking): Promise<LastChecks> {
  const { db, clock } = parts;
  const now = clock.now();
  await forgetChecks(parts, now);
  return await db.transaction().execute(async (tx) => {
    const of = { officerId: asking.officer.id, sessionId: asking.sessionId };
    const checks = await readLastChecks(tx, of, shiftBegan(parts, now), MOST);
    await recordEvent(tx, {
      ...attribution(asking),
      at: now,
      event: 'screening.last-checks-read',
      outcome: 'done',
      facts: { shown: checks.length },
    });
    return checks.map(({ check, at, personal }) => ({ check, at: at.toISOString(), ...personal }));
  });
}

/** Forgets the last checks of sessions that have ended, and of shifts that are over. */
export async function forgetChecks(parts: Pick<ScreeningParts, 'db' | 'membership'>, now: Date): Promise<void> {
  const live = await liveSessionIds(parts.db, parts.membership.limits(), now);
  await deleteLastChecks(parts.db, shiftBegan(parts, now), live);
}
