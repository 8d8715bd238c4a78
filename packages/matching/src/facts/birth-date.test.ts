import { describe, expect, test } from 'vitest';
import { compareBirthDates, readListedDate, readPartialDate } from './birth-date.ts';

function finding(query: string, ...listed: { date: string; to?: string; circa?: boolean }[]) {
  const dates = listed.map(readListedDate).filter((date) => date !== undefined);
  const { verdict, how } = compareBirthDates(readPartialDate(query), dates);
  return how === undefined ? verdict : `${verdict} ${how}`;
}

describe('a birth date against a listed one', () => {
  test.each([
    ['1971-04-28', '1971-04-28', 'matches'],
    ['1982-06-28', '1361-04-07', 'matches other-calendar'],
    ['1361-04-07', '1982-06-28', 'matches other-calendar'],
    ['1361-04-07', '1361-04-07', 'matches'],
    ['1982-04-25', '1402-07-01', 'matches other-calendar'],
    ['1982', '1361', 'partial other-calendar'],
    ['1982-06-29', '1361-04-07', 'near other-calendar'],
    ['1990-06-28', '1361-04-07', 'contradicts'],
    ['1982-06-28', '1361-13-40', 'contradicts'],
    ['1971-04-28', '1971-04', 'partial'],
    ['1971', '1971-04-28', 'partial same-year'],
    ['1971-04-12', '1971-12-04', 'near day-month-swapped'],
    ['1971-04-28', '1971-04-29', 'near off-by-one'],
    ['1971-04-18', '1971-04-28', 'near off-by-one'],
    ['1971-04-28', '1972-04-28', 'near off-by-one'],
    ['1971-04-28', '1971-11-02', 'near same-year'],
    ['1971-04-28', '1971-01-01', 'partial same-year'],
    ['1972', '1971', 'near year-within-range'],
    ['1971-04-28', '1985-04-28', 'contradicts'],
    ['1971-04-28', '1970-09-13', 'contradicts'],
  ])('%s against %s: %s', (query, listed, expected) => {
    expect(finding(query, { date: listed })).toBe(expected);
  });

  test('a range holds its years, and one more at either end is near', () => {
    const range = { date: '1963', to: '1968' };
    expect(finding('1965-02-03', range)).toBe('partial year-within-range');
    expect(finding('1969', range)).toBe('near year-within-range');
    expect(finding('1975', range)).toBe('contradicts');
  });

  test('of several listed dates the most favourable counts', () => {
    expect(finding('1971-04-28', { date: '1960' }, { date: '1971-04-28' })).toBe('matches');
  });

  test('a date that is not known contradicts nothing', () => {
    expect(finding('1971-04-28')).toBe('unknown');
    expect(finding('no date', { date: '1971' })).toBe('unknown');
    expect(finding('1971', { date: 'unknown' })).toBe('unknown');
  });

  test('more agreement never counts less', () => {
    const value = (query: string) =>
      compareBirthDates(readPartialDate(query), [readListedDate({ date: '1971-04-28' })!]).value;
    const order = ['1990', '1974-04-01', '1972-11-02', '1971-11-02', '1971', '1971-04', '1971-04-28'].map(value);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});
