import type { Band, Evidence } from '@entente/contracts/screening';
import type { Match } from '@entente/matching';
import { describe, expect, test } from 'vitest';
import type { KeptAlert } from '../model/alert.ts';
import { combineIdentities } from './identities.ts';

const alert = (statuses: KeptAlert['statuses'], birthDates: string[][] = []): KeptAlert =>
  ({ id: 'a', statuses, names: statuses.map(String), birthDates }) as KeptAlert;

const document = (verdict: 'matches' | 'near' = 'matches'): Evidence => ({
  kind: 'document',
  verdict,
  query: 'N1',
  listed: 'N1',
  type: 'passport',
});
const name = (score: number): Evidence => ({
  kind: 'name',
  query: 'q',
  listed: 'l',
  nameKind: 'primary',
  quality: 'good',
  tokens: [],
  score,
});
const born = (verdict: 'matches' | 'contradicts', listed: string): Evidence => ({
  kind: 'birth-date',
  verdict,
  query: '1985-05-05',
  listed: [listed],
});
const match = (place: number, band: Band, score: number, evidence: Evidence[]) => ({
  place,
  match: { id: `a#${place}`, band, score, evidence } as Match,
});
const query = { names: ['q'], birthDate: '1985-05-05' };

describe('evidence on several identities of one alert', () => {
  test('is that of the best identity, and of no other where that one explains it all', () => {
    const met = combineIdentities(
      alert(['confirmed', 'false']),
      [match(1, 'possible', 0.7, [name(0.85)]), match(0, 'exact-document', 0.99, [document(), name(0.97)])],
      query,
    );
    expect(met).toMatchObject({ about: [0], band: 'exact-document', score: 0.99 });
    expect(met.evidence).toEqual([document(), name(0.97)]);
  });

  test('mixes them, and says so, where the document is of one and the name of another; the score is of the document alone', () => {
    const met = combineIdentities(
      alert(['confirmed', 'false']),
      [match(0, 'exact-document', 0.96, [document(), name(0.3)]), match(1, 'strong', 0.95, [name(0.98)])],
      query,
    );
    expect(met).toMatchObject({ about: [0, 1], band: 'exact-document', score: 0.96 });
    expect(met.evidence).toEqual([document(), name(0.3), name(0.98)]);
  });

  test('mixes them where the birth date is that of another identity, which adds nothing to the score', () => {
    const met = combineIdentities(
      alert(['confirmed', 'claimed'], [['1980-01-01'], ['1985']]),
      [match(0, 'possible', 0.7, [name(0.98), born('contradicts', '1980-01-01')])],
      query,
    );
    expect(met).toMatchObject({ about: [0, 1], band: 'possible', score: 0.7 });
    expect(met.evidence.at(-1)).toEqual({
      kind: 'birth-date',
      verdict: 'matches',
      query: '1985-05-05',
      listed: ['1985'],
    });
  });

  test('names a misused identity that is met as well as the confirmed one, whoever scores better', () => {
    const matches = [match(0, 'strong', 0.99, [name(0.99)]), match(1, 'strong', 0.9, [name(0.9)])];
    expect(combineIdentities(alert(['confirmed', 'misused']), matches, query).about).toEqual([0, 1]);
    expect(combineIdentities(alert(['confirmed', 'false']), matches, query).about).toEqual([0]);
  });

  test('leaves a misused identity out that is met less well: his own passport is no victim’s', () => {
    const matches = [
      match(0, 'exact-document', 0.99, [document(), name(0.99)]),
      match(1, 'possible', 0.7, [name(0.9)]),
    ];
    expect(combineIdentities(alert(['confirmed', 'misused']), matches, query).about).toEqual([0]);
  });

  test('is in the order of bands, whatever the scores', () => {
    const met = combineIdentities(
      alert(['false', 'false']),
      [match(0, 'strong', 0.99, [name(0.99)]), match(1, 'exact-document', 0.95, [document(), name(0.9)])],
      query,
    );
    expect(met).toMatchObject({ band: 'exact-document', score: 0.95, about: [1] });
  });
});
