import type { Identity } from '@entente/contracts/alerts';
import type { Evidence, ReadAs } from '@entente/contracts/screening';
import { describe, expect, test } from 'vitest';
import { compareBirthDate, compareIdentity } from './compared.ts';

const TRAVELLER: ReadAs = {
  kind: 'mrz',
  names: ['SERIK AKHMETOV'],
  birthDate: '1984-03-17',
  nationality: 'KAZ',
  sex: 'male',
  documentNumber: 'N1234567',
};

function identity(more: Partial<Identity> = {}): Identity {
  return {
    status: 'confirmed',
    names: [{ full: 'Серік Ахметов', kind: 'primary', quality: 'good', script: 'Cyrl' }],
    birthDates: [],
    birthPlaces: [],
    nationalities: [],
    documents: [],
    ...more,
  };
}

describe('an identity held against the traveller', () => {
  test('marks what agrees and what differs, and leaves out what nobody says', () => {
    const other = identity({ birthDates: [{ date: '1991-01-02' }], nationalities: ['UZB'], sex: 'male' });
    expect(compareIdentity(TRAVELLER, other, [])).toEqual({
      birthDates: 'contradicts',
      nationalities: 'contradicts',
      sex: 'matches',
    });
  });

  test('takes the node’s word on names, for it reads every script', () => {
    const evidence: Evidence[] = [
      {
        kind: 'name',
        query: 'SERIK AKHMETOV',
        listed: 'Серік Ахметов',
        nameKind: 'primary',
        quality: 'good',
        tokens: [{ query: 'SERIK', listed: 'Серік', how: 'script', similarity: 1 }],
        score: 1,
      },
    ];
    expect(compareIdentity(TRAVELLER, identity(), evidence).names).toBe('matches');
    expect(compareIdentity(TRAVELLER, identity(), []).names).toBeUndefined();
  });

  test('another passport is no contradiction, the same one agrees', () => {
    const holds = (number: string) => identity({ documents: [{ type: 'passport', number }] });
    expect(compareIdentity(TRAVELLER, holds('N 1234567'), []).documents).toBe('matches');
    expect(compareIdentity(TRAVELLER, holds('A7654321'), []).documents).toBeUndefined();
  });

  test('of several birth dates the best counts', () => {
    const two = identity({ birthDates: [{ date: '1991-01-02' }, { date: '1984' }] });
    expect(compareIdentity(TRAVELLER, two, []).birthDates).toBe('partial');
  });
});

test.each([
  [{ date: '1984-03-17' }, 'matches'],
  [{ date: '1984' }, 'partial'],
  [{ date: '1984-03' }, 'partial'],
  [{ date: '1984-04' }, 'contradicts'],
  [{ date: '1980', to: '1985' }, 'partial'],
  [{ date: '1985', to: '1990' }, 'contradicts'],
  [{ date: '1985', circa: true }, 'near'],
  [{ date: '1987', circa: true }, 'contradicts'],
] as const)('born 17 Mar 1984, held against %j, %s', (listed, verdict) => {
  expect(compareBirthDate('1984-03-17', listed)).toBe(verdict);
});
