import { describe, expect, test } from 'vitest';
import type { Register, RegisteredKey } from './register.ts';
import { viewRegister } from './register-view.ts';

const [PAST, NOW, FUTURE] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'];

function registerWith(change: Partial<Register>): Register {
  const empty = { members: new Map(), nodes: new Map(), treaties: new Map() };
  return { organisation: 'sco', head: { number: 4, hash: 'a'.repeat(64) }, ...empty, ...change };
}

const members = (...listed: [state: string, since: string, standing?: ['active' | 'suspended', string][]][]) =>
  new Map(
    listed.map(([state, since, standing = []]) => [
      state,
      { state, since, standing: standing.map(([status, from]) => ({ status, from })) },
    ]),
  );

describe('the register at a moment', () => {
  test('has a member suspended from the act’s moment on, and not before', () => {
    const register = registerWith({
      members: members(
        ['KZ', PAST],
        ['PK', PAST, [['suspended', NOW]]],
        ['IN', PAST, [['suspended', FUTURE]]],
        [
          'CN',
          PAST,
          [
            ['suspended', PAST],
            ['active', NOW],
          ],
        ],
        ['BY', FUTURE],
      ),
    });
    expect(viewRegister(register, NOW).members).toEqual([
      { state: 'KZ', status: 'active', from: PAST, ahead: [] },
      { state: 'PK', status: 'suspended', from: NOW, ahead: [] },
      { state: 'IN', status: 'active', from: PAST, ahead: [{ status: 'suspended', from: FUTURE }] },
      { state: 'CN', status: 'active', from: NOW, ahead: [] },
      { state: 'BY', status: 'awaited', from: FUTURE, ahead: [] },
    ]);
  });

  test('says of each key whether it is in force, awaited, retired or revoked', () => {
    const key = (id: string, from: string, until: string | null, revoked = false): RegisteredKey => ({
      use: 'signing',
      id,
      key: 'A',
      from,
      until,
      revoked,
    });
    const record = {
      id: 'kz',
      holder: 'member' as const,
      of: 'KZ',
      address: 'kz.example:9700',
      signing: ['A'],
      sealing: ['B'],
      tls: ['C'],
      log: 'D',
      witness: 'E',
    };
    const keys = [key('1', PAST, NOW), key('2', PAST, NOW, true), key('3', PAST, FUTURE), key('4', FUTURE, null)];
    const [node] = viewRegister(registerWith({ nodes: new Map([['kz', { record, keys }]]) }), NOW).nodes;
    expect(node!.keys.map(({ id, status }) => [id, status])).toEqual([
      ['1', 'retired'],
      ['2', 'revoked'],
      ['3', 'in-force'],
      ['4', 'awaited'],
    ]);
    expect(node).toMatchObject({ id: 'kz', of: 'KZ', address: 'kz.example:9700', log: 'D', witness: 'E' });
    expect(node!.record).toMatch(/^[0-9a-f]{64}$/);
  });
});
