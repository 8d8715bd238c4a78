import { expect, test } from 'vitest';
import { challengeEnd, isCounterBehind, isFresh } from './passkeys.ts';

const NOW = new Date('2018-06-10T08:00:00.000Z');
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

test('a passkey is made only within ten minutes of signing in', () => {
  expect(isFresh({ startedAt: NOW }, NOW)).toBe(true);
  expect(isFresh({ startedAt: before(9.99) }, NOW)).toBe(true);
  expect(isFresh({ startedAt: before(10) }, NOW)).toBe(false);
});

test('a challenge is void after five minutes', () => {
  expect(challengeEnd(before(5))).toEqual(NOW);
});

test.each([
  ['counted on', 4, 5, false],
  ['counted on by more than one', 4, 90, false],
  ['stood still', 5, 5, true],
  ['went back', 5, 4, true],
  ['fell to nothing', 5, 0, true],
  ['began to count', 0, 1, false],
  ['never counts', 0, 0, false],
])('an authenticator that %s, from %i to %i, is behind: %s', (_, stored, given, behind) => {
  expect(isCounterBehind(stored, given)).toBe(behind);
});
