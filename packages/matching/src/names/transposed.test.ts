import { expect, test } from 'vitest';
import { createIndex } from '../name-index.ts';
import { compareNames } from './compare.ts';

test.each([
  ['Coh Il U', 'CHO IL U'],
  ['Wno Ho Ri', 'RI WON HO'],
  ['Coh Il U', 'Чо Ил У'],
])('%s and %s are alike, whichever is asked', (typed, listed) => {
  expect(compareNames(typed, listed).score).toBeGreaterThan(0.8);
  expect(compareNames(listed, typed).score).toBe(compareNames(typed, listed).score);
});

test('whose letters changed places is found', () => {
  const index = createIndex();
  const names = [{ full: 'CHO IL U', kind: 'primary' as const, quality: 'good' as const }];
  index.add({ id: 'cho', kind: 'person', names, birthDates: [], nationalities: [], documents: [] });
  expect(index.search({ names: ['COH IL U'] })).toMatchObject([{ id: 'cho' }]);
});

test('words that are others for any order of their letters stay apart', () => {
  expect(compareNames('Kim Ho', 'Min Ho').score).toBeLessThan(0.8);
});
