import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideSignIn, isSignInName } from './sign-in.ts';

const NOW = new Date('2018-06-10T08:00:00.000Z');
const LOCK_OUT = { afterFailures: 5, firstMinutes: 1, longestMinutes: 60 };
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const officer = (failures = 0, lockedUntil: Date | null = null) => ({ passwordHash: 'a hash', failures, lockedUntil });

describe('the lock-out', () => {
  test.each([
    [0, null],
    [3, null],
    [4, 1],
    [5, 2],
    [6, 4],
    [7, 8],
    [8, 16],
    [9, 32],
    [10, 60],
    [1000, 60],
  ])('after %i failures, one more closes the name for %s minutes', (failures, closed) => {
    expect(decideSignIn(officer(failures), false, LOCK_OUT, NOW)).toEqual({
      admitted: false,
      why: 'wrong-password',
      failures: failures + 1,
      lockedUntil: closed && minutes(closed),
    });
  });

  test('admits the right password and forgets the failures', () => {
    expect(decideSignIn(officer(4), true, LOCK_OUT, NOW)).toEqual({ admitted: true, failures: 0, lockedUntil: null });
  });

  test('ends with its last moment', () => {
    expect(decideSignIn(officer(5, minutes(0.001)), true, LOCK_OUT, NOW)).toMatchObject({
      admitted: false,
      why: 'locked',
    });
    expect(decideSignIn(officer(5, NOW), true, LOCK_OUT, NOW)).toMatchObject({ admitted: true });
  });

  test('neither admits nor counts while it lasts', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.boolean(), fc.integer({ min: 1, max: 1e6 }), (failures, matches, left) => {
        const until = new Date(NOW.getTime() + left);
        expect(decideSignIn(officer(failures, until), matches, LOCK_OUT, NOW)).toEqual({
          admitted: false,
          why: 'locked',
          failures,
          lockedUntil: until,
        });
      }),
    );
  });

  test('does not admit an officer who has no password', () => {
    const without = { passwordHash: null, failures: 0, lockedUntil: null };
    expect(decideSignIn(without, true, LOCK_OUT, NOW)).toMatchObject({ admitted: false, why: 'no-password' });
  });
});

describe('what an officer signs in by', () => {
  test.each(['a.toktarbek', 'officer-7', 'x'])('%s is a sign-in name', (name) => expect(isSignInName(name)).toBe(true));
  test.each(['', 'A.Toktarbek', 'a..b', '.a', 'a.', 'а.токтарбек', 'a b', "a'", 'x'.repeat(61)])(
    '%j is no sign-in name',
    (name) => expect(isSignInName(name)).toBe(false),
  );
});
