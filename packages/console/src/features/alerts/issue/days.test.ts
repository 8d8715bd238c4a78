import { expect, test } from 'vitest';
import { addDays, daysLeft, isDay, lastDayBefore } from './days.ts';

/** Midnight as the reader's clock has it: the end of the day before. */
const midnight = (year: number, month: number, day: number) => new Date(year, month - 1, day).toISOString();

test('what ends at midnight is said to hold until the day before', () => {
  expect(lastDayBefore(midnight(2027, 10, 17))).toBe('2027-10-16');
  expect(lastDayBefore(midnight(2027, 1, 1))).toBe('2026-12-31');
});

test('on its last day nothing is left, and the day after it is past', () => {
  const end = midnight(2027, 10, 17);
  expect(daysLeft(end, new Date(2027, 9, 1, 9))).toBe(15);
  expect(daysLeft(end, new Date(2027, 9, 16, 23, 59))).toBe(0);
  expect(daysLeft(end, new Date(2027, 9, 17, 0, 1))).toBe(-1);
});

test('a day of the calendar is told from one that is none', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('2027-02-29')).toBe(false);
  expect(isDay('29.02.2028')).toBe(false);
  expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
});
