import { describe, expect, test } from 'vitest';
import { auditSearch, importListSearch, importSearch } from './search.ts';

describe('an address that was sent to a colleague', () => {
  test('opens the audit view with its filters and page', () => {
    expect(
      auditSearch({
        from: '2026-11-01T00:00:00.000Z',
        event: 'screening.checked',
        outcome: 'refused',
        cursor: 'x',
        page: 3,
      }),
    ).toEqual({
      from: '2026-11-01T00:00:00.000Z',
      event: 'screening.checked',
      outcome: 'refused',
      cursor: 'x',
      page: 3,
    });
  });

  test('a case that looks like a number is still a case', () => {
    expect(auditSearch({ case: 118 })).toEqual({ case: '118' });
  });

  test('words that mean nothing are dropped', () => {
    expect(auditSearch({ from: 'yesterday', outcome: 'maybe', actor: '  ', page: 4 })).toEqual({});
    expect(importSearch({ change: 'renamed' })).toEqual({});
    expect(importListSearch({ confirm: 'yes' })).toEqual({});
  });
});
