import { expect, test } from 'vitest';
import { concernsMinor, mayBeMinor } from './minors.ts';

test.each([
  ['2008-11-24', true],
  ['2008-11-23', false],
  ['2008-11', true],
  ['2008-10', false],
  ['2008', true],
  ['2007', false],
])('on 2026-11-23 somebody born %s may be under 18: %s', (birthDate, may) => {
  expect(mayBeMinor(birthDate, '2026-11-23')).toBe(may);
});

test('the youngest date that is known decides, the traveller’s or a listed one', () => {
  const listed = (...dates: string[]) => [
    { kind: 'birth-date' as const, verdict: 'contradicts' as const, listed: dates },
  ];
  expect(concernsMinor('1990', listed('2010-01-01'), '2026-11-23')).toBe(true);
  expect(concernsMinor('2010', listed('1990-01-01'), '2026-11-23')).toBe(true);
  expect(concernsMinor(undefined, listed('1990', '2000/2012'), '2026-11-23')).toBe(true);
  expect(concernsMinor('1990', listed('1991'), '2026-11-23')).toBe(false);
  expect(concernsMinor(undefined, [], '2026-11-23')).toBe(false);
});
