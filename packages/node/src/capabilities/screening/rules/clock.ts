import type { ScreeningRefusal } from '@entente/contracts/screening/rules';
import type { DetentionClock } from '@entente/contracts/screening/second-line';
import type { Procedure } from '../../membership/index.ts';
import type { Held } from '../model/case.ts';

const MINUTE = 60_000;

/** How the clock stands at a moment, by the profile's limit. */
export function readClock({ since, stoppedAt }: Held, limits: Procedure['detention'], now: Date): DetentionClock {
  const limitAt = limitOf(since, limits);
  const warnAt = new Date(limitAt.getTime() - limits.warnMinutes * MINUTE);
  const running = now >= limitAt ? 'over' : now >= warnAt ? 'warning' : 'running';
  return {
    since: since.toISOString(),
    warnAt: warnAt.toISOString(),
    limitAt: limitAt.toISOString(),
    state: stoppedAt ? 'stopped' : running,
    stoppedAt: stoppedAt?.toISOString() ?? null,
  };
}

export function limitOf(since: Date, { limitMinutes }: Procedure['detention']): Date {
  return new Date(since.getTime() + limitMinutes * MINUTE);
}

/** The clock after somebody is held or let go. Held again, he has been held since the first time: a pause buys no hours. */
export function setClock(held: Held | null, hold: boolean, now: Date): Held | null {
  if (hold) return held ? { since: held.since, stoppedAt: null } : { since: now, stoppedAt: null };
  return held && { since: held.since, stoppedAt: held.stoppedAt ?? now };
}

/** Nothing is done on a clock that stands before the last step: neither a term nor an order of events could be trusted. */
export function refuseSetBack(last: Date, now: Date): ScreeningRefusal[] {
  return now < last ? [{ rule: 'clock-set-back', pointer: '' }] : [];
}
