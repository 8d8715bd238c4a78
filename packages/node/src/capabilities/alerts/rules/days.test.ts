import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addYears, dayAt, endOfDay, firstDayOf, isDay, isPartialDay, lastDayOf } from './days.ts';

describe('the day in the state', () => {
  test('begins in Almaty five hours before it begins by UTC', () => {
    const moment = new Date('2026-12-01T19:30:00.000Z');
    expect(dayAt(moment, 'Asia/Almaty')).toBe('2026-12-02');
    expect(dayAt(moment)).toBe('2026-12-01');
  });

  test('ends where the next one begins, in every zone and when clocks change', () => {
    expect(endOfDay('2026-12-01', 'Asia/Almaty')).toEqual(new Date('2026-12-01T19:00:00.000Z'));
    expect(endOfDay('2026-12-01', 'Asia/Kolkata')).toEqual(new Date('2026-12-01T18:30:00.000Z'));
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toEqual(new Date('2026-03-29T22:00:00.000Z'));
    expect(endOfDay('2026-12-01')).toEqual(new Date('2026-12-02T00:00:00.000Z'));
  });

  test('of its last second is still the same', () => {
    const zones = fc.constantFrom(
      'Asia/Almaty',
      'Asia/Kolkata',
      'Europe/Moscow',
      'Pacific/Apia',
      'America/Havana',
      'UTC',
    );
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const day = dayAt(moment, zone);
        const end = endOfDay(day, zone);
        expect(dayAt(new Date(end.getTime() - 1000), zone)).toBe(day);
        expect(dayAt(end, zone) > day).toBe(true);
      }),
    );
  });
});

describe('a day', () => {
  test.each(['2026-02-30', '2026-13-01', '2027-02-29', '0000-00-00', '', '2026-1-1', 'tomorrow', '2026-12-01T00:00Z'])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  );

  test('may be a month or a year', () => {
    expect(['1971', '1971-04', '1971-04-28'].map(isPartialDay)).toEqual([true, true, true]);
    expect(['1971-13', '71', ''].map(isPartialDay)).toEqual([false, false, false]);
    expect(['1971', '1971-04', '1971-04-28'].map(firstDayOf)).toEqual(['1971-01-01', '1971-04-01', '1971-04-28']);
    expect(['1972', '1972-02', '1972-02-03'].map(lastDayOf)).toEqual(['1972-12-31', '1972-02-29', '1972-02-03']);
  });

  test('is counted on over leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-12-31', 365)).toBe('2027-12-31');
    expect(addDays('9999-12-30', 40)).toBe('9999-12-31');
    expect(addYears('2008-02-29', 18)).toBe('2026-03-01');
    expect(addYears('2008-02-29', 20)).toBe('2028-02-29');
    expect(addYears('2008-12-31', 18)).toBe('2026-12-31');
  });
});
