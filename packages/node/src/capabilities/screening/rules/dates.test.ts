import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPossibleDate, readPartialDate } from './dates.ts';

test.each(['1971', '1971-04', '1971-04-28', '2000-02-29', '2024-02-29'])('%s is a date', (date) => {
  expect(isPossibleDate(date)).toBe(true);
});

test.each([
  '',
  '0000',
  '1971-13',
  '1971-00',
  '1971-04-31',
  '1900-02-29',
  '2023-02-29',
  '1971-4',
  '71',
  '1971-04-28T00',
])('"%s" is none', (date) => {
  expect(isPossibleDate(date)).toBe(false);
});

test.each([
  ['1971-4-8', '1971-04-08'],
  [' 1971 ', '1971'],
  ['1971-4', '1971-04'],
  ['1971-04-08', '1971-04-08'],
])('%s is read as %s', (text, date) => {
  expect(readPartialDate(text)).toBe(date);
});

test.each(['1971-2-30', '1971/4/8', '8.4.1971', 'about 1971', '1971-04-008', '١٩٧١'])(
  '%s is not guessed at',
  (text) => {
    expect(readPartialDate(text)).toBeUndefined();
  },
);

test('every day of the calendar is one, and so reads back', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const date = day.toISOString().slice(0, 10);
      expect(readPartialDate(date)).toBe(date);
    }),
  );
});
