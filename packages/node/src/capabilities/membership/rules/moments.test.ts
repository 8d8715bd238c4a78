import type { Register, RegisteredKey } from '@entente/crypto/act/register';
import { describe, expect, test } from 'vitest';
import { takesEffectWithin } from './moments.ts';

const [BEFORE, MOMENT, AFTER] = ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.001Z'];
const LONG_AGO = '2018-01-01T00:00:00.000Z';

function registerWith(change: Partial<Register>): Register {
  const empty = { members: new Map(), nodes: new Map(), treaties: new Map() };
  return { organisation: 'sco', head: { number: 1, hash: 'a'.repeat(64) }, ...empty, ...change };
}

const keyWith = (change: Partial<RegisteredKey>): Register =>
  registerWith({
    nodes: new Map([
      [
        'kz',
        {
          record: {
            id: 'kz',
            holder: 'member' as const,
            of: 'KZ',
            address: 'kz.example:9700',
            signing: [],
            sealing: [],
            tls: [],
            log: '',
            witness: '',
          },
          keys: [{ use: 'signing', id: '1', key: '', from: LONG_AGO, until: null, revoked: false, ...change }],
        },
      ],
    ]),
  });

const memberWith = (since: string, from: string) =>
  registerWith({
    members: new Map([['KZ', { state: 'KZ', since, standing: [{ status: 'suspended' as const, from }] }]]),
  });

describe('a moment at which the register changes by itself', () => {
  test.each([
    ['a key comes into force', keyWith({ from: MOMENT })],
    ['a key is retired', keyWith({ until: MOMENT })],
    ['a member is admitted', memberWith(MOMENT, LONG_AGO)],
    ['a member is suspended', memberWith(LONG_AGO, MOMENT)],
    ['a treaty enters into force', registerWith({ treaties: new Map([['a-treaty', MOMENT]]) })],
  ])('is when %s, once', (_, register) => {
    expect(takesEffectWithin(register, BEFORE, MOMENT)).toBe(true);
    expect(takesEffectWithin(register, BEFORE, AFTER)).toBe(true);
    expect(takesEffectWithin(register, MOMENT, AFTER)).toBe(false);
    expect(takesEffectWithin(register, LONG_AGO, BEFORE)).toBe(false);
  });

  test('is none where nothing was adopted ahead', () => {
    expect(takesEffectWithin(keyWith({}), BEFORE, AFTER)).toBe(false);
  });
});
