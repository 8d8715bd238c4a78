import { recordEvent } from '../../audit/index.ts';
import type { Asking } from '../model.ts';
import { attribution } from '../rules/attribution.ts';
import { lockOfficerRow, updateOfficer } from '../store/officers.ts';
import { revokeSessionsOf } from '../store/sessions.ts';
import type { OfficerParts } from './enter-officer.ts';
import { requireFreshSession } from './passkeys.ts';
import { requirePassword, whenFree } from './password-work.ts';
import { requireOpenSession } from './sessions.ts';

/**
 * Sets the officer's own password in place of one that an administrator has seen, and ends his other sessions.
 * Refused unless he signed in within the last ten minutes. Returns how many sessions ended.
 */
export async function changeOwnPassword(
  { db, clock, limits, passwords }: Omit<OfficerParts, 'by'>,
  asking: Asking,
  password: string,
): Promise<number> {
  const now = clock.now();
  await requireFreshSession(db, asking, now);
  requirePassword(password, limits);
  const passwordHash = await whenFree(() => passwords.hash(password));
  const officerId = asking.officer.id;
  return await db.transaction().execute(async (tx) => {
    await lockOfficerRow(tx, officerId);
    await requireOpenSession(tx, asking);
    await updateOfficer(tx, officerId, { passwordHash });
    const others = { officerId, except: asking.sessionId };
    const sessionsEnded = await revokeSessionsOf(tx, others, 'password-changed', now);
    await recordEvent(tx, {
      at: now,
      ...attribution(asking),
      event: 'access.password-changed',
      outcome: 'done',
      subject: { kind: 'officer', ref: officerId },
      facts: { sessionsEnded, passkeysRemoved: 0 },
    });
    return sessionsEnded;
  });
}
