import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attribution,
  decideSignIn,
  isCaseReference,
  isSeenAgain,
  isSignInName,
  operatorAttribution,
  sessionEnd,
  sessionExpiry,
} from './rules.ts';

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

describe('a session', () => {
  const limits = { idleMinutes: 30, absoluteMinutes: 720 };

  test('ends half an hour after the officer was last seen, and after twelve hours at the latest', () => {
    expect(sessionExpiry({ lastSeenAt: NOW, endsAt: minutes(720) }, limits)).toEqual(minutes(30));
    expect(sessionExpiry({ lastSeenAt: minutes(710), endsAt: minutes(720) }, limits)).toEqual(minutes(720));
    expect(sessionEnd(NOW, limits)).toEqual(minutes(720));
  });

  test('notes at most once a minute that the officer is at work', () => {
    expect(isSeenAgain({ lastSeenAt: NOW }, minutes(0.99))).toBe(false);
    expect(isSeenAgain({ lastSeenAt: NOW }, minutes(1))).toBe(true);
  });
});

describe('what is written', () => {
  test.each(['дело № 7/2018', 'A-1', 'x'.repeat(200)])('%s is a case reference', (text) => {
    expect(isCaseReference(text)).toBe(true);
  });
  test.each(['', '   ', 'a\nb', 'a\u0000', 'K-\u202e1', 'a\u2028b', 'x'.repeat(201)])(
    '%j is no case reference',
    (text) => {
      expect(isCaseReference(text)).toBe(false);
    },
  );
  test.each(['a.toktarbek', 'officer-7', 'x'])('%s is a sign-in name', (name) => expect(isSignInName(name)).toBe(true));
  test.each(['', 'A.Toktarbek', 'a..b', '.a', 'a.', 'а.токтарбек', 'a b', "a'", 'x'.repeat(61)])(
    '%j is no sign-in name',
    (name) => expect(isSignInName(name)).toBe(false),
  );
});

describe('a record', () => {
  const names = { en: 'Border Service', ru: 'Пограничная служба', zh: '边防局' };
  const asking = {
    officer: {
      id: 'o',
      name: 'a.toktarbek',
      displayName: 'Aigerim Toktarbek',
      authority: { id: 'border-service', names },
      roles: ['border-officer' as const],
    },
    sessionId: 's',
    action: 'screening.check',
  };

  test('says who asked, why, on which basis and on which case, and not his name', () => {
    const why = { purpose: 'criminal-investigation', legalBasis: 'criminal-procedure', caseReference: 'A-1' };
    expect(attribution({ ...asking, ...why })).toEqual({
      actor: { kind: 'officer', id: 'o', authority: 'border-service' },
      purpose: 'criminal-investigation',
      legalBasis: 'criminal-procedure',
      case: 'A-1',
    });
    expect(attribution(asking)).toEqual({ actor: { kind: 'officer', id: 'o', authority: 'border-service' } });
  });

  test('says which command the operator ran', () => {
    expect(operatorAttribution('lists import')).toEqual({ actor: { kind: 'operator', id: 'lists import' } });
  });
});
