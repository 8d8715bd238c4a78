import type { AlertAction } from '@entente/contracts/alerts/catalogue';
import type { Band, Candidate } from '@entente/contracts/screening';
import { describe, expect, test } from 'vitest';
import type { Found } from '../model/found.ts';
import { actionsById } from './actions.ts';
import { countBands, listCandidate, orderCandidates, orderFound } from './candidates.ts';

function found(band: Band, score: number, list = 'un-sc', ref = '1'): Found {
  const listing = { list, ref, kind: 'person', name: 'Nobody', programmes: ['Invented'] } as Found['listing'];
  return { id: `${list}:${ref}`, listing, match: { id: ref, score, band, evidence: [] } };
}

const words = (text: string) => ({ en: text, ru: text, zh: text });
const action = (id: string, order: number) =>
  ({ id, order, names: words(id), instructions: words(`Do: ${id}`) }) as AlertAction;
const actions = actionsById([action('arrest', 20), action('freeze', 130), action('inform', 150)]);

const shown = (candidates: Found[]) =>
  candidates.map(({ listing, match }) => `${match.band} ${match.score} ${listing.list} ${listing.ref}`);

describe('entries of lists', () => {
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

  test('each carries what its list says to do, on which basis, and that nobody is held for it', () => {
    const list = {
      id: 'un-sc' as const,
      names: words('UN'),
      legalBasis: 'Act on the measures of the Security Council',
      action: 'freeze' as const,
    };
    expect(listCandidate(found('strong', 0.9), list, actions)).toMatchObject({
      key: 'list/un-sc/1',
      source: { kind: 'list', list: 'un-sc', ref: '1', names: list.names, legalBasis: list.legalBasis },
      action: 'freeze',
      actionNames: words('freeze'),
      instructions: words('Do: freeze'),
      caution: 'list-never-detains',
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

describe('candidates at the desk', () => {
  const candidate = (key: string, band: Band, asked: string, score = 0.9) =>
    ({ key, source: { kind: 'list' }, band, action: asked, score }) as Candidate;
  const keys = (candidates: Candidate[]) => orderCandidates(candidates, actions).map(({ key }) => key);

  test("several states' alerts on one person all show, the gravest action first within a band", () => {
    expect(
      keys([
        candidate('a', 'strong', 'inform', 0.99),
        candidate('b', 'strong', 'arrest', 0.85),
        candidate('c', 'exact-document', 'inform'),
        candidate('d', 'possible', 'arrest', 0.8),
      ]),
    ).toEqual(['c', 'b', 'a', 'd']);
  });

  test('of one action the better score comes first, then the key', () => {
    expect(
      keys([
        candidate('z', 'strong', 'arrest', 0.9),
        candidate('b', 'strong', 'arrest', 0.95),
        candidate('a', 'strong', 'arrest', 0.9),
      ]),
    ).toEqual(['b', 'a', 'z']);
  });

  test('equals stand in the order of their references, which are the same on every node, not of the ids that a node gave them', () => {
    const alert = (key: string, reference: string) =>
      ({ ...candidate(key, 'strong', 'arrest'), source: { kind: 'alert', owner: 'IN', reference } }) as Candidate;
    expect(keys([alert('alert/9', 'IN-2026-000001'), alert('alert/1', 'IN-2026-000002')])).toEqual([
      'alert/9',
      'alert/1',
    ]);
  });

  test('an action that the profile does not have is a fault, not a blank', () => {
    expect(() => keys([candidate('a', 'strong', 'deport'), candidate('b', 'strong', 'arrest')])).toThrow('deport');
  });
});
