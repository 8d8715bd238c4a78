import { describe, expect, test } from 'vitest';
import type { KeptAlert } from '../model/alert.ts';
import { askedBy, mayAnswer } from './asked-by.ts';

const kept = (change: Partial<KeptAlert>): KeptAlert => ({
  ...{
    id: 'a',
    key: 'KZ/KZ-2026-1',
    reference: 'KZ-2026-1',
    owner: 'KZ',
    category: 'arrest',
    action: 'arrest',
    kind: 'person',
  },
  ...{ expiresAt: 0, names: [], statuses: [] },
  ...change,
});

describe('a question of another state', () => {
  test('is answered by alerts that circulate to it, or are national and searchable', () => {
    expect(askedBy({ kind: 'all-members' })).toBe('by-anyone');
    expect(askedBy({ kind: 'members', states: ['IN'] })).toEqual(['IN']);
    expect(askedBy({ kind: 'national', searchable: true })).toBe('by-anyone');
    expect(askedBy({ kind: 'national', searchable: false })).toBeUndefined();
  });

  test("is answered by the owner's node alone, and to nobody the alert is not for", () => {
    expect(mayAnswer(kept({ asked: 'by-anyone' }), 'KZ', 'IN')).toBe(true);
    expect(mayAnswer(kept({ asked: 'by-anyone', owner: 'PK' }), 'KZ', 'IN')).toBe(false);
    expect(mayAnswer(kept({ asked: ['PK'] }), 'KZ', 'IN')).toBe(false);
    expect(mayAnswer(kept({}), 'KZ', 'IN')).toBe(false);
  });
});
