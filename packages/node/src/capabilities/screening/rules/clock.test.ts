import { describe, expect, test } from 'vitest';
import { readClock, refuseSetBack, setClock } from './clock.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const limits = { limitMinutes: 180, warnMinutes: 30 };
const state = (minute: number, stoppedAt: Date | null = null) =>
  readClock({ since: at(0), stoppedAt }, limits, at(minute)).state;

describe('the detention clock', () => {
  test.each([
    [0, 'running'],
    [149, 'running'],
    [150, 'warning'],
    [179, 'warning'],
    [180, 'over'],
    [5000, 'over'],
  ] as const)('after %i minutes of 180, with a warning 30 before, is %s', (minute, expected) => {
    expect(state(minute)).toBe(expected);
  });

  test('says since when, when it warns and when it ends', () => {
    expect(readClock({ since: at(0), stoppedAt: null }, limits, at(1))).toEqual({
      since: at(0).toISOString(),
      warnAt: at(150).toISOString(),
      limitAt: at(180).toISOString(),
      state: 'running',
      stoppedAt: null,
    });
  });

  test('stands once the person is let go, even past the limit', () => {
    expect(state(500, at(100))).toBe('stopped');
  });

  test('counts on from the first time when the person is held again: a pause buys no hours', () => {
    const stopped = setClock(setClock(null, true, at(0)), false, at(60));
    expect(stopped).toEqual({ since: at(0), stoppedAt: at(60) });
    expect(setClock(stopped, true, at(120))).toEqual({ since: at(0), stoppedAt: null });
  });

  test('stopped twice stands where it stood first; one that never ran is none', () => {
    expect(setClock({ since: at(0), stoppedAt: at(10) }, false, at(20))).toEqual({ since: at(0), stoppedAt: at(10) });
    expect(setClock(null, false, at(0))).toBeNull();
  });
});

test('nothing is done on a clock that was set back', () => {
  expect(refuseSetBack(at(10), at(9))).toMatchObject([{ rule: 'clock-set-back' }]);
  expect(refuseSetBack(at(10), at(10))).toEqual([]);
});
