import { describe, expect, test } from 'vitest';
import { type Addressee, nextMessage, plainAudience } from './circulation.ts';

const MEMBER: Addressee = { holder: 'member', of: 'KZ', active: true };
const BODY: Addressee = { holder: 'body', of: 'rats-ec', active: true };
const SUSPENDED: Addressee = { ...MEMBER, active: false };

type Alert = Parameters<typeof nextMessage>[1];
const FOR_ALL: Alert = { status: 'in-force', current: 2, audience: 'all-members', addressees: [] };
const named = (...addressees: string[]): Alert => ({ ...FOR_ALL, audience: 'members', addressees });
const told = (what: 'circulated' | 'suspended' | 'withdrawn' | 'deleted', version = 2) => ({ told: what, version });

describe('to whom an alert goes', () => {
  test('for all members, it goes to each and to no body', () => {
    expect(nextMessage(undefined, FOR_ALL, MEMBER)).toBe('circulated');
    expect(nextMessage(undefined, FOR_ALL, BODY)).toBeUndefined();
  });

  test('for named members, it goes to them and to no other, and to a body that is named', () => {
    expect(nextMessage(undefined, named('KZ'), MEMBER)).toBe('circulated');
    expect(nextMessage(undefined, named('IN'), MEMBER)).toBeUndefined();
    expect(nextMessage(undefined, named('IN', 'rats-ec'), BODY)).toBe('circulated');
  });

  test('national, it goes nowhere, and an empty list is nobody', () => {
    for (const audience of ['national', 'searchable'] as const) {
      expect(nextMessage(undefined, { ...FOR_ALL, audience }, MEMBER)).toBeUndefined();
    }
    expect(nextMessage(undefined, named(), MEMBER)).toBeUndefined();
  });

  test('a content that names no audience stays where it is', () => {
    const content = { category: 'missing', subject: { kind: 'container' }, ground: {} } as const;
    expect(plainAudience(content)).toEqual({ audience: 'national', addressees: [] });
    expect(plainAudience({ ...content, audience: { kind: 'national', searchable: true } }).audience).toBe('searchable');
    expect(plainAudience({ ...content, audience: { kind: 'members', states: ['IN'], bodies: ['rats-ec'] } })).toEqual({
      audience: 'members',
      addressees: ['IN', 'rats-ec'],
    });
  });
});

describe('what a holder is told next', () => {
  test.each<[string, Parameters<typeof nextMessage>[0], Alert, ReturnType<typeof nextMessage>]>([
    ['nothing, while it holds the version in force', told('circulated'), FOR_ALL, undefined],
    ['the new version', told('circulated', 1), FOR_ALL, 'circulated'],
    ['that it is withdrawn', told('circulated'), { ...FOR_ALL, status: 'withdrawn' }, 'withdrawn'],
    ['that it has expired', told('suspended'), { ...FOR_ALL, status: 'expired' }, 'withdrawn'],
    ['that it is for others now', told('circulated', 1), named('IN'), 'withdrawn'],
    ['the alert again, once it is for it again', told('withdrawn'), FOR_ALL, 'circulated'],
    ['that it is suspended', told('circulated'), { ...FOR_ALL, status: 'suspended' }, 'suspended'],
    ['that it is restored', told('suspended'), FOR_ALL, 'restored'],
    ['what it was amended to while suspended', told('suspended', 1), FOR_ALL, 'circulated'],
    [
      'nothing of an alert that is suspended and that it never had',
      undefined,
      { ...FOR_ALL, status: 'suspended' },
      undefined,
    ],
    [
      'that it is deleted, also where it was withdrawn before',
      told('withdrawn'),
      { ...FOR_ALL, status: 'deleted' },
      'deleted',
    ],
    ['nothing more once it is deleted', told('deleted'), { ...FOR_ALL, status: 'deleted' }, undefined],
    ['nothing of what it never had', undefined, { ...FOR_ALL, status: 'deleted' }, undefined],
    ['nothing of a draft', undefined, { ...FOR_ALL, status: 'draft', current: null }, undefined],
  ])('%s', (_, before, alert, message) => expect(nextMessage(before, alert, MEMBER)).toBe(message));

  test('a suspended member is given nothing, and what takes away is said to it all the same', () => {
    expect(nextMessage(undefined, FOR_ALL, SUSPENDED)).toBeUndefined();
    expect(nextMessage(told('circulated', 1), FOR_ALL, SUSPENDED)).toBeUndefined();
    expect(nextMessage(told('suspended'), FOR_ALL, SUSPENDED)).toBeUndefined();
    expect(nextMessage(told('circulated'), { ...FOR_ALL, status: 'withdrawn' }, SUSPENDED)).toBe('withdrawn');
    expect(nextMessage(told('circulated'), { ...FOR_ALL, status: 'deleted' }, SUSPENDED)).toBe('deleted');
  });
});
