import type { Limits } from '../../membership/index.ts';
import type { Session } from '../model.ts';

const MINUTE = 60_000;

/** When a session ends if the officer does nothing more. */
export function sessionExpiry(
  session: Pick<Session, 'lastSeenAt' | 'endsAt'>,
  limits: Pick<Limits['session'], 'idleMinutes'>,
): Date {
  return new Date(Math.min(session.endsAt.getTime(), session.lastSeenAt.getTime() + limits.idleMinutes * MINUTE));
}

/** When a session that starts now ends whatever the officer does. */
export function sessionEnd(start: Date, limits: Pick<Limits['session'], 'absoluteMinutes'>): Date {
  return new Date(start.getTime() + limits.absoluteMinutes * MINUTE);
}

/** Being seen is written once a minute at most: a check at the desk shall not cost a write for it. */
export function isSeenAgain(session: Pick<Session, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= MINUTE;
}
