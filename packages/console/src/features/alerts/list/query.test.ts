import { expect, test } from 'vitest';
import type { AlertFilter } from '../../../api/alerts/list.ts';
import { fromSaved, isNarrowed, toQuery, toSaved } from './query.ts';

const NOW = Date.parse('2026-11-23T10:20:30.000Z');

test('days from now become a moment, the same within the hour', () => {
  expect(toQuery({ expires: 30 }, NOW)).toEqual({
    sort: 'updated',
    descending: true,
    expiresBefore: '2026-12-23T11:00:00.000Z',
  });
  expect(toQuery({ expires: 30 }, NOW + 60_000)).toEqual(toQuery({ expires: 30 }, NOW));
});

test('an order of one’s own is kept', () => {
  expect(toQuery({ sort: 'review', descending: false }, NOW)).toEqual({ sort: 'review', descending: false });
});

test('a filter kept under a name comes back as it was, and soon is still soon', () => {
  const filter: AlertFilter = { status: 'in-force', mine: true, expires: 30, sort: 'expires', descending: false };
  expect(fromSaved(toSaved('Expiring', filter))).toEqual(filter);
  expect(toSaved('Expiring', filter).query).not.toHaveProperty('expiresBefore');
});

test('an order alone narrows nothing', () => {
  expect(isNarrowed({ sort: 'expires', descending: true })).toBe(false);
  expect(isNarrowed({ mine: true })).toBe(true);
});
