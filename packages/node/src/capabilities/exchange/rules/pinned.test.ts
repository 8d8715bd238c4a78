import type { Register, RegisteredKey } from '@entente/crypto/act/register';
import { expect, test } from 'vitest';
import { pinnedCertificates } from './pinned.ts';

const DAY = 24 * 3_600_000;
const AT = { moment: '2026-11-26T00:00:00.000Z', overlapMs: 7 * DAY };
const daysAgo = (days: number) => new Date(Date.parse(AT.moment) - days * DAY).toISOString();

function key(id: string, change: Partial<RegisteredKey> = {}): RegisteredKey {
  return { use: 'tls', id, key: `${id} in Base64`, from: daysAgo(100), until: null, revoked: false, ...change };
}

test('certificates are pinned while they are in force and for the overlap after, unless they were revoked', () => {
  const register = {
    nodes: new Map([
      ['kz', { keys: [key('own')] }],
      [
        'in',
        {
          keys: [
            key('in force'),
            key('lately retired', { until: daysAgo(6) }),
            key('long retired', { until: daysAgo(8) }),
            key('revoked', { until: daysAgo(1), revoked: true }),
            key('not yet', { from: daysAgo(-1) }),
            key('a signature', { use: 'signing' }),
          ],
        },
      ],
    ]),
  } as unknown as Register;
  expect(pinnedCertificates(register, 'kz', AT)).toEqual([
    { node: 'in', fingerprint: 'in force', certificate: 'in force in Base64' },
    { node: 'in', fingerprint: 'lately retired', certificate: 'lately retired in Base64' },
  ]);
});
