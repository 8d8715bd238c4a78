import type { Candidate } from '@entente/contracts/screening';
import type { PassengerHit } from '@entente/contracts/screening/passenger-list';
import { describe, expect, test } from 'vitest';
import { EVERYONE, filterHits } from './filter-hits.ts';
import { pageOf } from './page-of.ts';

const hit = (line: number, name: string, band: Candidate['band'], listed = 'Somebody'): PassengerHit => ({
  line,
  check: '00000000-0000-4000-8000-000000000000',
  at: '2026-11-26T09:00:00.000Z',
  traveller: 'X•••',
  found: {
    readAs: { kind: 'identity', names: [name], documentNumber: `N${line}77` },
    candidates: [{ band, name: listed } as Candidate],
    discreet: [],
  },
});
const hits = [
  hit(3, 'Нұрлан Сарыбаев', 'strong'),
  hit(8, 'José Pérez', 'possible'),
  hit(12, 'Wang Wei', 'exact-document'),
];
const lines = (filter: Partial<typeof EVERYONE>) =>
  filterHits(hits, { ...EVERYONE, ...filter }).map(({ line }) => line);

describe('hits of a passenger list', () => {
  test('are found by a name without regard to case and accents, by a number and by the line', () => {
    expect(lines({})).toEqual([3, 8, 12]);
    expect(lines({ text: 'perez' })).toEqual([8]);
    expect(lines({ text: 'сарыбаев' })).toEqual([3]);
    expect(lines({ text: ' n377 ' })).toEqual([3]);
    expect(lines({ text: '12' })).toEqual([12]);
    expect(lines({ text: 'nobody' })).toEqual([]);
  });

  test('are found by how sure they are, and one taken to the second line by his line and masked name', () => {
    expect(lines({ band: 'possible' })).toEqual([8]);
    const gone: PassengerHit = { ...hits[0]!, found: null };
    expect(filterHits([gone], { text: 'x•', band: '' })).toHaveLength(1);
    expect(filterHits([gone], { text: '', band: 'strong' })).toHaveLength(0);
  });
});

describe('a page', () => {
  test('that is no longer there is the last one', () => {
    expect(pageOf([1, 2, 3], 9, 2)).toEqual({ page: 2, rows: [3], next: null });
    expect(pageOf([1, 2, 3], 1, 2)).toEqual({ page: 1, rows: [1, 2], next: '2' });
    expect(pageOf([], 1, 2)).toEqual({ page: 1, rows: [], next: null });
  });
});
