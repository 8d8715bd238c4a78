import { Role } from '@entente/contracts/access';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsRoles, isNamed, type OfficerChange, refuseChange, refuseRoles, stateOf } from './officers.ts';
import { UNTIL_UNLOCKED } from './sign-in.ts';

const NOW = new Date('2018-06-10T08:00:00.000Z');

const officer = (roles: Role[], lockedUntil: Date | null = null) => ({ id: 'o', roles, lockedUntil, revision: 3 });
const circumstances = { by: 'another', seen: 3, otherAdministrators: 1 };
const some = fc.uniqueArray(fc.constantFrom(...(Role.enum as Role[])), { minLength: 1 });

const ROLES: OfficerChange = { kind: 'roles', roles: ['reviewer'] };
const CHANGES: OfficerChange[] = [
  ROLES,
  { kind: 'authority' },
  { kind: 'lock' },
  { kind: 'unlock' },
  { kind: 'password' },
];

describe('roles of one officer', () => {
  test('of those who act go together in any number', () => {
    expect(refuseRoles(['border-officer', 'contact-point-officer', 'reviewer'])).toBeUndefined();
  });

  test('with oversight among them are oversight alone', () => {
    expect(refuseRoles(['oversight-officer'])).toBeUndefined();
    fc.assert(
      fc.property(some, (roles) => {
        const together = new Set<Role>([...roles, 'oversight-officer']);
        const refused = refuseRoles([...together]);
        expect(refused).toBe(together.size > 1 ? 'oversight-stands-alone' : undefined);
      }),
    );
  });

  test.each(['border-officer', 'contact-point-officer', 'reviewer'] as Role[])(
    'are never administrator and %s',
    (role) => {
      expect(refuseRoles(['administrator'])).toBeUndefined();
      expect(refuseRoles(['administrator', role])).toBe('administrator-stands-apart');
      expect(refuseRoles([role, 'administrator'])).toBe('administrator-stands-apart');
    },
  );

  test('are refused for a change as for an entry', () => {
    fc.assert(
      fc.property(some, (roles) => {
        const change = { kind: 'roles', roles } as const;
        expect(refuseChange(officer(['reviewer']), change, circumstances)).toBe(refuseRoles(roles));
      }),
    );
  });
});

describe("an officer's own account", () => {
  test.each(CHANGES)('is not his to change: $kind', (change) => {
    const own = { ...circumstances, by: 'o' };
    expect(refuseChange(officer(['administrator']), change, own)).toBe('own-account');
    expect(refuseChange(officer(['administrator']), change, circumstances)).toBeUndefined();
  });

  test('has no meaning for the operator, who is no officer', () => {
    const operator = { ...circumstances, by: undefined };
    expect(refuseChange(officer(['administrator']), { kind: 'lock' }, operator)).toBeUndefined();
  });
});

describe('the last administrator whose way in is open', () => {
  const last = { ...circumstances, otherAdministrators: 0 };

  test('is neither locked nor given other roles', () => {
    expect(refuseChange(officer(['administrator']), { kind: 'lock' }, last)).toBe('last-administrator');
    expect(refuseChange(officer(['administrator']), ROLES, last)).toBe('last-administrator');
    expect(refuseChange(officer(['administrator']), { kind: 'lock' }, circumstances)).toBeUndefined();
    expect(refuseChange(officer(['administrator']), ROLES, circumstances)).toBeUndefined();
  });

  test('is one too while wrong passwords keep him out for an hour', () => {
    const closed = officer(['administrator'], new Date(NOW.getTime() + 3_600_000));
    expect(refuseChange(closed, { kind: 'lock' }, last)).toBe('last-administrator');
  });

  test('is not who is locked by hand already, nor who is no administrator', () => {
    expect(refuseChange(officer(['administrator'], UNTIL_UNLOCKED), ROLES, last)).toBeUndefined();
    expect(refuseChange(officer(['border-officer']), { kind: 'lock' }, last)).toBeUndefined();
  });

  test('may be given a new password and another authority, and keep his role', () => {
    const kept: OfficerChange[] = [
      { kind: 'password' },
      { kind: 'authority' },
      { kind: 'unlock' },
      { kind: 'roles', roles: ['administrator'] },
    ];
    for (const change of kept) expect(refuseChange(officer(['administrator']), change, last)).toBeUndefined();
  });
});

describe('a change', () => {
  test('that rests on what the officer is no longer is refused', () => {
    expect(refuseChange(officer(['reviewer']), ROLES, { ...circumstances, seen: 2 })).toBe('officer-changed');
  });

  test('that rests on nothing holds whatever was changed meanwhile', () => {
    expect(
      refuseChange(officer(['reviewer']), { kind: 'lock' }, { ...circumstances, seen: undefined }),
    ).toBeUndefined();
  });

  test('to the roles he holds, in whatever order, is none', () => {
    const both = officer(['border-officer', 'reviewer']);
    expect(holdsRoles(both, ['reviewer', 'border-officer'])).toBe(true);
    expect(holdsRoles(both, ['reviewer'])).toBe(false);
    expect(holdsRoles(both, ['reviewer', 'contact-point-officer'])).toBe(false);
  });
});

test("an officer's way in is open, closed for a while, or locked by hand", () => {
  expect(stateOf(officer([]), NOW)).toBe('open');
  expect(stateOf(officer([], NOW), NOW)).toBe('open');
  expect(stateOf(officer([], new Date(NOW.getTime() + 1)), NOW)).toBe('closed');
  expect(stateOf(officer([], UNTIL_UNLOCKED), NOW)).toBe('locked');
});

describe('an officer is found', () => {
  const zhumabek = { name: 'z.orynbai', displayName: 'Жұмабек Орынбай' };
  test.each(['z.ory', 'ORYN', 'жұмабек', 'ОРЫНБАЙ', ' орын ', ''])('by %j', (text) => {
    expect(isNamed(zhumabek, text)).toBe(true);
  });
  test('by letters without the accents the name is written with', () => {
    expect(isNamed({ name: 'a', displayName: 'Gülşat Öz' }, 'gulsat o')).toBe(true);
  });
  test.each(['orynbay', 'w'])('not by %j', (text) => expect(isNamed(zhumabek, text)).toBe(false));
});
