import { expect, test } from 'vitest';
import { mayBeMinor } from './minor.ts';

const TODAY = '2026-11-25';
const born = (birthDate: object, status = 'confirmed') => ({
  subject: { identities: [{ status, birthDates: [birthDate] }] },
});

test.each([
  [{ date: '2008-11-26' }, true],
  [{ date: '2008-11-25' }, false],
  [{ date: '2008' }, true],
  [{ date: '2007' }, false],
  [{ date: '2008-11' }, true],
  [{ date: '2008-10' }, false],
  [{ date: '2006', circa: true }, true],
  [{ date: '2001', to: '2010' }, true],
  [{ date: 'unknown' }, false],
  [{}, false],
])('born %j: may be a minor is %s', (birthDate, minor) => {
  expect(mayBeMinor(born(birthDate), TODAY)).toBe(minor);
});

test('a victim’s or an invented birth date makes nobody a minor', () => {
  expect(mayBeMinor(born({ date: '2015' }, 'misused'), TODAY)).toBe(false);
  expect(mayBeMinor(born({ date: '2015' }, 'false'), TODAY)).toBe(false);
});
