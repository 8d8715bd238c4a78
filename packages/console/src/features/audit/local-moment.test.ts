import { describe, expect, test } from 'vitest';
import { dayBefore, toLocal, toMoment } from './local-moment.ts';

describe('a bound of the time range', () => {
  test('goes into the field and comes back the same, whatever the zone', () => {
    for (const moment of ['2026-11-23T07:30:00.000Z', '2026-12-31T23:59:00.000Z']) {
      expect(toMoment(toLocal(moment))).toBe(moment);
    }
  });

  test('may be written with the day first', () => {
    expect(toMoment('23.11.2026 12:00')).toBe(toMoment('2026-11-23 12:00'));
    expect(toMoment('2026年11月23日 12:00')).toBe(toMoment('2026-11-23 12:00'));
  });

  test('at the end of a range holds its whole last minute, or its whole last day', () => {
    const length = (typed: string) => Date.parse(toMoment(typed, true)!) - Date.parse(toMoment(typed)!);
    expect(length('2026-11-23 12:00')).toBe(59_999);
    expect(length('2026-11-23')).toBe(24 * 60 * 60_000 - 1);
  });

  test.each(['yesterday', '2026-13-01', '31.11.2026', '2026-11-23 25:00', '11/23/2026', '2026-'])(
    '%j is none',
    (typed) => {
      expect(toMoment(typed)).toBeNull();
    },
  );

  test('left empty is no bound', () => {
    expect(toMoment(' ')).toBeUndefined();
    expect(toLocal(undefined)).toBe('');
  });

  test('of the last days begins at midnight where the reader is', () => {
    const start = new Date(dayBefore(new Date(2026, 10, 23, 15, 4), 7));
    expect([start.getDate(), start.getHours(), start.getMinutes()]).toEqual([16, 0, 0]);
  });
});
