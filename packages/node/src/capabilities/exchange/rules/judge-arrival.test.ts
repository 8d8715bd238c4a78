import type { Register } from '@entente/crypto/act/register';
import type { Envelope } from '@entente/crypto/envelope/envelope';
import { describe, expect, test } from 'vitest';
import { AHEAD_MS, judgeArrival } from './judge-arrival.ts';

const NOW = new Date('2026-11-26T12:00:00.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

const register = {
  organisation: 'sco',
  head: { number: 1, hash: 'a'.repeat(64) },
  members: new Map([
    ['KZ', { state: 'KZ', since: '2026-01-01T00:00:00.000Z', standing: [] }],
    ['PK', { state: 'PK', since: '2026-01-01T00:00:00.000Z', standing: [{ status: 'suspended', from: later(0) }] }],
  ]),
  nodes: new Map([
    ['kz', { record: { holder: 'member', of: 'KZ' }, keys: [] }],
    ['pk', { record: { holder: 'member', of: 'PK' }, keys: [] }],
    ['rats', { record: { holder: 'body', of: 'rats-ec' }, keys: [] }],
  ]),
  treaties: new Map([
    ['in-force', '2026-01-01T00:00:00.000Z'],
    ['ahead', later(1)],
  ]),
} as unknown as Register;

function judge(
  change: Partial<Envelope>,
  now = NOW,
  type: { whileSuspended: boolean } | undefined = { whileSuspended: false },
) {
  const envelope = { from: 'kz', sentAt: later(-1000), ...change } as Envelope;
  return judgeArrival(envelope, { register, now, type });
}

describe('an authentic envelope', () => {
  test('of a type that is taken here is not refused', () => {
    expect(judge({})).toBeUndefined();
    expect(judge({ from: 'rats' })).toBeUndefined();
    expect(judge({ expiresAt: later(1), instrument: 'in-force' })).toBeUndefined();
  });

  test.each<[string, Partial<Envelope>, string]>([
    ['that had expired', { expiresAt: later(0) }, 'exchange.expired'],
    ['from further in the future than clocks differ', { sentAt: later(AHEAD_MS + 1) }, 'exchange.sent-in-future'],
    ['under a treaty nobody knows', { instrument: 'none' }, 'exchange.unknown-instrument'],
    ['under a treaty that is not in force yet', { instrument: 'ahead' }, 'exchange.unknown-instrument'],
    ['of a node nobody knows', { from: 'xx' }, 'exchange.suspended-member'],
  ])('%s is refused', (_, change, reason) => {
    expect(judge(change)).toBe(reason);
  });

  test('of a type that nobody takes is refused', () => {
    expect(judgeArrival({ from: 'kz', sentAt: later(0) } as Envelope, { register, now: NOW, type: undefined })).toBe(
      'exchange.unknown-type',
    );
  });

  test('whose sender’s clock is a little ahead is taken', () => {
    expect(judge({ sentAt: later(AHEAD_MS) })).toBeUndefined();
  });
});

describe("a suspended member's envelope", () => {
  test('is refused from the act’s effective moment on, not before', () => {
    expect(judge({ from: 'pk' }, new Date(NOW.getTime() - 1))).toBeUndefined();
    expect(judge({ from: 'pk' })).toBe('exchange.suspended-member');
  });

  test('is taken where it withdraws, corrects or erases', () => {
    expect(judge({ from: 'pk' }, NOW, { whileSuspended: true })).toBeUndefined();
  });
});
