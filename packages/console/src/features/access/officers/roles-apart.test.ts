import { describe, expect, test } from 'vitest';
import { apart, sameRoles } from './roles-apart.ts';

describe('a role beside those chosen', () => {
  test('is free where nothing keeps it apart', () => {
    expect(apart('reviewer', [])).toBeUndefined();
    expect(apart('reviewer', ['border-officer', 'contact-point-officer'])).toBeUndefined();
  });

  test('is kept from oversight, and oversight from it', () => {
    for (const role of ['border-officer', 'contact-point-officer', 'reviewer', 'administrator'] as const) {
      expect(apart(role, ['oversight-officer'])).toEqual({
        rule: 'oversight-stands-alone',
        beside: 'oversight-officer',
      });
      expect(apart('oversight-officer', [role])).toEqual({ rule: 'oversight-stands-alone', beside: role });
    }
  });

  test('is kept from administration where it acts, and administration from it', () => {
    expect(apart('reviewer', ['administrator'])).toEqual({
      rule: 'administrator-stands-apart',
      beside: 'administrator',
    });
    expect(apart('administrator', ['reviewer'])).toEqual({ rule: 'administrator-stands-apart', beside: 'reviewer' });
  });

  test('can always be taken away again', () => {
    expect(apart('reviewer', ['reviewer', 'administrator'])).toBeUndefined();
  });
});

test('roles are the same in whatever order', () => {
  expect(sameRoles(['reviewer', 'border-officer'], ['border-officer', 'reviewer'])).toBe(true);
  expect(sameRoles(['reviewer'], ['border-officer'])).toBe(false);
  expect(sameRoles(['reviewer'], ['reviewer', 'border-officer'])).toBe(false);
});
