import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBirthDates, parseDate } from './dates.ts';

describe('one date', () => {
  test.each([
    ['6.10.2001', '2001-10-06'],
    ['28.01 1966', '1966-01-28'],
    ['10.8. 1960', '1960-08-10'],
    ['26 Feb. 2011', '2011-02-26'],
    ['8 October 1977', '1977-10-08'],
    ['10 Dec 1948', '1948-12-10'],
    ['13-Feb-2026', '2026-02-13'],
    ['Nov. 1973', '1973-11'],
    ['January 1958', '1958-01'],
    ['1961', '1961'],
    ['1971-4-8', '1971-04-08'],
    ['2015-04-07-04:00', '2015-04-07'],
    ['25/12/1973', '1973-12-25'],
    ['00/00/1958', '1958'],
    ['dd/mm/1958', '1958'],
    ['00/05/1958', '1958-05'],
    ['6.5.1969.', '1969-05-06'],
    ['29.2.2000', '2000-02-29'],
  ])('%s is %s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  test.each([
    '',
    'unknown',
    '31.2.1971',
    '29.2.1900',
    '32.1.1971',
    '1.13.1971',
    '0003-01-01',
    '24.6.1402',
    '15/00/1958',
    '19711',
  ])('"%s" is none that can be', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('every day of the calendar is read in each spelling, and no other', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const parts = fc.tuple(
      fc.integer({ min: 1800, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const moment = new Date(Date.UTC(year, month - 1, day));
        const real = moment.getUTCMonth() === month - 1;
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        for (const text of [
          `${day}.${month}.${year}`,
          `${day} ${months[month - 1]} ${year}`,
          iso,
          `${day}/${month}/${year}`,
        ]) {
          expect(parseDate(text)).toBe(real ? iso : undefined);
        }
      }),
    );
  });
});

describe('birth dates of a field', () => {
  test.each([
    [
      '(a) 3.3.1965, (b) 1.1.1965, (c) 11.1.1965',
      [{ date: '1965-03-03' }, { date: '1965-01-01' }, { date: '1965-01-11' }],
    ],
    ['a) 1.1.1969 b) approximately 1971', [{ date: '1969-01-01' }, { date: '1971', circa: true }]],
    ['Between 1960 and 1962 (Approximately)', [{ date: '1960', to: '1962', circa: true }]],
    ['1.1.1966; between 1958 and 1964', [{ date: '1966-01-01' }, { date: '1958', to: '1964' }]],
    [
      'Approximately 1955-1958; Approximately 1945-1950',
      [
        { date: '1955', to: '1958', circa: true },
        { date: '1945', to: '1950', circa: true },
      ],
    ],
    ['1967-1969.', [{ date: '1967', to: '1969' }]],
    ['1960 to 1962', [{ date: '1960', to: '1962' }]],
    ['01 Jan 1960 to 31 Dec 1962', [{ date: '1960-01-01', to: '1962-12-31' }]],
    ['1979, 1980 or 1981', [{ date: '1979' }, { date: '1980' }, { date: '1981' }]],
    ['21.11.1964 / 1965', [{ date: '1964-11-21' }, { date: '1965' }]],
    ['circa 07 Jul 1966', [{ date: '1966-07-07', circa: true }]],
    ['middle of the 1940s (probably 1947)', [{ date: '1947', circa: true }]],
    ['on or around 3.4.1973', [{ date: '1973-04-03', circa: true }]],
    ['"(a) 1.10.1983; (b) 15.3.1983"', [{ date: '1983-10-01' }, { date: '1983-03-15' }]],
    ['27 May 1973; 1 Jan. 1975', [{ date: '1973-05-27' }, { date: '1975-01-01' }]],
    ['Between Aug. and Sep. 1977', [{ date: '1977-09' }]],
  ])('%s', (text, dates) => {
    expect(parseBirthDates(text)).toEqual({ dates, faults: [] });
  });

  test.each([
    ['30-35 years old', 'unreadable-date'],
    ['24.6.1402 (Hijri Calendar)', 'other-calendar'],
    ['before 1964', 'limit-date'],
    ['31.2.1965', 'impossible-date'],
  ])('"%s" is reported as %s, not guessed', (text, code) => {
    const { dates, faults } = parseBirthDates(text);
    expect(dates).toEqual([]);
    expect(faults).toEqual([expect.objectContaining({ code })]);
  });

  test('no text at all makes the reading fail or hang', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const { date } of parseBirthDates(text).dates) expect(date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
      }),
    );
  });
});
