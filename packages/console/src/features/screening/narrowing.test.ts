import type { ReadAs } from '@entente/contracts/screening';
import { describe, expect, test } from 'vitest';
import { narrowed, possibleSchemes } from './narrowing.ts';

const PLATE: ReadAs = { kind: 'object', names: [], object: { number: 'A123BC', schemes: ['plate', 'firearm-serial'] } };
const PASSPORT: ReadAs = { kind: 'document', names: [], documentNumber: 'N1234567' };

describe('a number that may be several things', () => {
  test('offers first what the node took it for', () => {
    expect(possibleSchemes(PLATE)).toEqual(['plate', 'firearm-serial']);
    expect(possibleSchemes(PASSPORT)).toEqual(['document']);
    expect(possibleSchemes({ ...PASSPORT, object: { number: 'N1234567', schemes: ['plate'] } })).toEqual([
      'document',
      'plate',
    ]);
  });

  test('a document that the node names among what it may be is offered once', () => {
    const both: ReadAs = {
      ...PLATE,
      documentNumber: 'A123BC',
      object: { number: 'A123BC', schemes: ['plate', 'document'] },
    };
    expect(possibleSchemes(both)).toEqual(['plate', 'document']);
  });

  test('a zone and a name are not narrowed', () => {
    expect(possibleSchemes({ kind: 'mrz', names: ['A'], documentNumber: 'N1' })).toEqual([]);
    expect(possibleSchemes({ kind: 'identity', names: ['A'] })).toEqual([]);
  });

  test('is asked again as that thing alone, of that country', () => {
    expect(narrowed(PLATE, 'plate', 'KAZ')).toEqual({
      by: 'object',
      scheme: 'plate',
      number: 'A123BC',
      country: 'KAZ',
    });
    expect(narrowed(PLATE, 'vin', '')).toEqual({ by: 'object', scheme: 'vin', number: 'A123BC' });
    expect(narrowed(PASSPORT, 'document', 'KGZ')).toEqual({ by: 'document', number: 'N1234567', issuer: 'KGZ' });
    expect(narrowed({ kind: 'identity', names: ['A'] }, 'document', '')).toBeNull();
  });
});
