import type { NodeRecord } from '@entente/crypto/act/node-record';
import { describe, expect, test } from 'vitest';
import { composeFounding, type Founding } from './statements.ts';

const founding = (change: Partial<Founding>): Founding => ({
  organisation: 'sco',
  records: [],
  treaties: [],
  order: ['IN', 'KZ', 'CN'],
  effectiveAt: '2026-01-01T00:00:00.000Z',
  ...change,
});

const refused = (code: string) => expect.objectContaining({ code });

describe('a founding statement', () => {
  test.each([
    ['without a node', {}, 'malformed-act'],
    ['of an organisation whose name is no id', { organisation: 'S C O' }, 'malformed-act'],
    [
      'with a record that is none',
      { records: [{ id: 'kz', holder: 'member', of: 'KZ' } as NodeRecord] },
      'malformed-act',
    ],
    ['from no moment', { effectiveAt: '2026-01-01' }, 'malformed-act'],
  ] as [string, Partial<Founding>, string][])('%s is refused', (_, change, code) => {
    expect(() => composeFounding(founding(change))).toThrow(refused(code));
  });
});
