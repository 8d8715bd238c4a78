import type { Band } from '@entente/contracts/screening';
import { describe, expect, test } from 'vitest';
import type { Found } from '../model.ts';
import { candidateOf, countBands, orderFound } from './candidates.ts';

function found(band: Band, score: number, list = 'un-sc', ref = '1'): Found {
  const listing = { list, ref, kind: 'person', name: 'Nobody', programmes: ['Invented'] } as Found['listing'];
  return { listing, match: { id: `${list}:${ref}`, score, band, evidence: [] } };
}

const shown = (candidates: Found[]) =>
  candidates.map(({ listing, match }) => `${match.band} ${match.score} ${listing.list} ${listing.ref}`);

describe('candidates', () => {
  test('an exact document stands before any name, a strong name before a possible one', () => {
    const ordered = orderFound([found('possible', 0.99), found('strong', 0.9), found('exact-document', 0.2)]);
    expect(shown(ordered)).toEqual(['exact-document 0.2 un-sc 1', 'strong 0.9 un-sc 1', 'possible 0.99 un-sc 1']);
  });

  test('within a band the better score comes first, then the list, then the reference', () => {
    const ordered = orderFound([
      found('strong', 0.9, 'un-sc', '2'),
      found('strong', 0.9, 'un-sc', '1'),
      found('strong', 0.9, 'eu-oj', '3'),
      found('strong', 0.95, 'un-sc', '4'),
    ]);
    expect(shown(ordered)).toEqual([
      'strong 0.95 un-sc 4',
      'strong 0.9 eu-oj 3',
      'strong 0.9 un-sc 1',
      'strong 0.9 un-sc 2',
    ]);
  });

  test('an officer is shown ten at most', () => {
    expect(orderFound(Array.from({ length: 30 }, (_, at) => found('possible', at / 100)))).toHaveLength(10);
  });

  test('each carries what its list says to do, and on which basis', () => {
    const list = {
      id: 'un-sc' as const,
      names: { en: 'UN', ru: 'ООН', zh: '联合国' },
      legalBasis: 'Act on the measures of the Security Council',
      action: 'freeze' as const,
    };
    expect(candidateOf(found('strong', 0.9), list)).toMatchObject({
      action: 'freeze',
      legalBasis: list.legalBasis,
      listNames: list.names,
      ref: '1',
    });
  });

  test('bands are counted apart', () => {
    expect(countBands([{ band: 'strong' }, { band: 'possible' }, { band: 'possible' }])).toEqual({
      'exact-document': 0,
      strong: 1,
      possible: 2,
    });
  });
});
