import type { DetentionClock, SecondLineSummary } from '@entente/contracts/screening/second-line';

/** A clock as it stands at a moment. */
export interface ClockReading {
  state: DetentionClock['state'];
  /** Until the limit, or past it once over; for one that was stopped, how long it ran. */
  ms: number;
}

/** How a clock stands at `now`, by the moments the node gave: it goes on between two looks at the node. */
export function readClock({ since, warnAt, limitAt, stoppedAt }: DetentionClock, now: number): ClockReading {
  if (stoppedAt !== null) return { state: 'stopped', ms: Date.parse(stoppedAt) - Date.parse(since) };
  const left = Date.parse(limitAt) - now;
  if (left <= 0) return { state: 'over', ms: now - Date.parse(limitAt) };
  return { state: now >= Date.parse(warnAt) ? 'warning' : 'running', ms: left };
}

/** The share of the time at most allowed that has gone, 0 to 1. */
export function shareGone({ since, limitAt, stoppedAt }: DetentionClock, now: number): number {
  const whole = Date.parse(limitAt) - Date.parse(since);
  const gone = (stoppedAt === null ? now : Date.parse(stoppedAt)) - Date.parse(since);
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, gone / whole));
}

/** Cases whose clock warns or is over, the one that has least time left, or is longest over, first. */
export function clocksInNeed<Case extends Pick<SecondLineSummary, 'clock'>>(
  cases: readonly Case[],
  now: number,
): Case[] {
  return cases
    .filter(({ clock }) => clock !== null && ['warning', 'over'].includes(readClock(clock, now).state))
    .toSorted((left, right) => (left.clock?.limitAt ?? '').localeCompare(right.clock?.limitAt ?? ''));
}
