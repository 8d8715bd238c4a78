import { describe, expect, test } from 'vitest';
import hijri from '../../../../vectors/dates/hijri.json' with { type: 'json' };
import { fromLunarHijri, fromSolarHijri } from './calendars.ts';

const parts = (date: string) => date.split('-').map(Number) as [number, number, number];
const written = ([year, month, day]: [number, number, number]) => ({ year, month, day });

describe('a day of another calendar', () => {
  test('is the Gregorian day that the vectors give, over the years in which somebody alive may have been born', () => {
    for (const [gregorian, solar, lunar] of hijri.days as [string, string, string][]) {
      expect(fromSolarHijri(...parts(solar)), solar).toEqual(written(parts(gregorian)));
      expect(fromLunarHijri(...parts(lunar)), lunar).toEqual(written(parts(gregorian)));
    }
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
