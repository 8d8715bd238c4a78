import type { Match } from '@entente/matching';
import { describe, expect, test } from 'vitest';
import type { KeptAlert } from '../model/alert.ts';
import { weighBearer } from './bearer.ts';

const alert = (holder?: string[]) => ({ id: 'a', ...(holder && { holder }) }) as KeptAlert;
const match = { id: 'a', score: 0.95, band: 'exact-document', evidence: [] } as Match;
const contradicted = {
  ...match,
  evidence: [{ kind: 'birth-date', verdict: 'contradicts', listed: ['1990'] }],
} as Match;

describe('the bearer of a document', () => {
  test('is its holder by name, in whatever script', () => {
    const met = weighBearer(alert(['Асанова Гульнара']), match, { names: ['ASANOVA GULNARA'] });
    expect(met.bearerAgrees).toBe(true);
    expect(met.evidence).toMatchObject([{ kind: 'name', listed: 'Асанова Гульнара', query: 'ASANOVA GULNARA' }]);
  });

  test('is not its holder by another name, which is shown beside the holder’s', () => {
    const met = weighBearer(alert(['Асанова Гульнара']), match, { names: ['IVANOV PETR'] });
    expect(met.bearerAgrees).toBeUndefined();
    expect(met.evidence).toHaveLength(1);
  });

  test('is not its holder where the birth date contradicts', () => {
    const met = weighBearer(alert(['Асанова Гульнара']), contradicted, { names: ['ASANOVA GULNARA'] });
    expect(met.bearerAgrees).toBeUndefined();
  });

  test('cannot be told from the holder where either has no name', () => {
    expect(weighBearer(alert(), match, { names: ['ASANOVA GULNARA'] }).bearerAgrees).toBeUndefined();
    expect(weighBearer(alert(['Асанова Гульнара']), match, { names: [] }).bearerAgrees).toBeUndefined();
  });
});
