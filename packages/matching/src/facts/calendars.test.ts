import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromLunarHijri, fromSolarHijri } from './calendars.ts';

/** What ICU calls a day in another calendar. */
function inCalendar(calendar: string, at: Date): [number, number, number] {
  const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value);
  return [part('year'), part('month'), part('day')];
}

/** Days on which people alive may have been born. */
const DAYS = fc.date({ min: new Date('1910-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
const gregorian = (at: Date) => ({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() });

describe('a day of another calendar', () => {
  test('solar, is the day that ICU says', () => {
    fc.assert(
      fc.property(DAYS, (at) => {
        expect(fromSolarHijri(...inCalendar('persian', at))).toEqual(gregorian(at));
      }),
      { numRuns: 2_000 },
    );
  });

  test('lunar, is the day that ICU says of the arithmetic calendar', () => {
    fc.assert(
      fc.property(DAYS, (at) => {
        expect(fromLunarHijri(...inCalendar('islamic-civil', at))).toEqual(gregorian(at));
      }),
      { numRuns: 2_000 },
    );
  });

  test('that does not exist is none', () => {
    for (const [month, day] of [
      [13, 1],
      [0, 1],
      [7, 31],
      [12, 31],
    ] as const)
      expect(fromSolarHijri(1361, month, day)).toBeUndefined();
    expect(fromSolarHijri(1361, 12, 30)).toBeUndefined();
    expect(fromSolarHijri(1362, 12, 30)).toEqual({ year: 1984, month: 3, day: 20 });
    expect(fromLunarHijri(1400, 1, 31)).toBeUndefined();
  });
});
