import { expect, test } from 'vitest';
import { dayBefore, toLocal, toMoment } from './local-moment.ts';

test('a moment goes into the field and comes back the same, whatever the zone', () => {
  for (const moment of ['2026-11-23T07:30:00.000Z', '2026-03-29T01:59:00.000Z', '2026-12-31T23:59:00.000Z']) {
    expect(toMoment(toLocal(moment))).toBe(moment);
  }
});

test('the end of a range holds its whole last minute', () => {
  const start = toMoment('2026-11-23T12:00')!;
  const end = toMoment('2026-11-23T12:00', true)!;
  expect(Date.parse(end) - Date.parse(start)).toBe(59_999);
});

test('an empty or half-typed field is no bound', () => {
  expect(toMoment('')).toBeUndefined();
  expect(toMoment('2026-')).toBeUndefined();
  expect(toLocal(undefined)).toBe('');
});

test('a day begins at midnight where the reader is', () => {
  const start = new Date(dayBefore(new Date(2026, 10, 23, 15, 4), 7));
  expect([start.getDate(), start.getHours(), start.getMinutes()]).toEqual([16, 0, 0]);
});
