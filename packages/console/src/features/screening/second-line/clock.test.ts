import type { DetentionClock } from '@entente/contracts/screening/second-line';
import { describe, expect, test } from 'vitest';
import { clocksInNeed, readClock, shareGone } from './clock.ts';

const at = (time: string) => Date.parse(`2026-11-12T${time}:00.000Z`);
const CLOCK: DetentionClock = {
  since: '2026-11-12T09:00:00.000Z',
  warnAt: '2026-11-12T11:30:00.000Z',
  limitAt: '2026-11-12T12:00:00.000Z',
  state: 'running',
  stoppedAt: null,
};
const MINUTE = 60_000;

describe('the detention clock', () => {
  test('runs until the warning, warns until the limit, and is over from then on', () => {
    expect(readClock(CLOCK, at('09:00'))).toEqual({ state: 'running', ms: 180 * MINUTE });
    expect(readClock(CLOCK, at('11:29'))).toEqual({ state: 'running', ms: 31 * MINUTE });
    expect(readClock(CLOCK, at('11:30'))).toEqual({ state: 'warning', ms: 30 * MINUTE });
    expect(readClock(CLOCK, at('12:00'))).toEqual({ state: 'over', ms: 0 });
    expect(readClock(CLOCK, at('12:05'))).toEqual({ state: 'over', ms: 5 * MINUTE });
  });

  test('does not wait for the node to say that it warns', () => {
    expect(readClock({ ...CLOCK, state: 'running' }, at('11:45')).state).toBe('warning');
  });

  test('once stopped tells how long somebody was held, whatever the time', () => {
    const stopped = { ...CLOCK, stoppedAt: '2026-11-12T09:40:00.000Z' };
    expect(readClock(stopped, at('23:00'))).toEqual({ state: 'stopped', ms: 40 * MINUTE });
  });

  test('shows what share of the time has gone', () => {
    expect(shareGone(CLOCK, at('10:30'))).toBe(0.5);
    expect(shareGone(CLOCK, at('20:00'))).toBe(1);
    expect(shareGone(CLOCK, at('08:00'))).toBe(0);
    expect(shareGone({ ...CLOCK, stoppedAt: '2026-11-12T09:45:00.000Z' }, at('20:00'))).toBe(0.25);
  });
});

test('of all cases those whose clock warns or is over press, the earliest limit first', () => {
  const later = { ...CLOCK, warnAt: '2026-11-12T11:40:00.000Z', limitAt: '2026-11-12T12:10:00.000Z' };
  const stopped = { ...CLOCK, stoppedAt: '2026-11-12T09:40:00.000Z' };
  const cases = [{ clock: later }, { clock: null }, { clock: CLOCK }, { clock: stopped }];
  expect(clocksInNeed(cases, at('11:35'))).toEqual([{ clock: CLOCK }]);
  expect(clocksInNeed(cases, at('12:05'))).toEqual([{ clock: CLOCK }, { clock: later }]);
});
