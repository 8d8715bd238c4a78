import { describe, expect, test } from 'vitest';
import { readPartialDate } from '../../../ui/partial-date.ts';
import { type AskDraft, EMPTY_DRAFT, isTooWide, readDraft } from './ask-draft.ts';

const readers = { date: readPartialDate, state: (typed: string) => (typed === 'Kazakhstan' ? 'KAZ' : typed) };
const read = (typed: Partial<AskDraft>) => readDraft({ ...EMPTY_DRAFT, ...typed }, readers);

describe('a question about a document', () => {
  test('needs the number, and names the issuer where it is known', () => {
    expect(read({ number: ' N01234567 ', issuer: 'Kazakhstan' })).toEqual({
      about: { by: 'document', number: 'N01234567', issuer: 'KAZ' },
    });
    expect(read({ number: 'N01234567', issuer: ' ' })).toEqual({ about: { by: 'document', number: 'N01234567' } });
    expect(read({ number: ' ' })).toEqual({ faults: { number: 'missing' } });
  });
});

describe('a question about a person', () => {
  const names = 'Жанибек Шынгысбаев\n\n Zhanibek Shyngysbayev \nЖанибек Шынгысбаев';

  test('holds every name once, with a birth date as far as it is known', () => {
    expect(read({ by: 'identity', names, birthDate: '04.1971' })).toEqual({
      about: { by: 'identity', names: ['Жанибек Шынгысбаев', 'Zhanibek Shyngysbayev'], birthDate: '1971-04' },
    });
    expect(read({ by: 'identity', names: 'Ли Вэй', nationality: 'Kazakhstan' })).toEqual({
      about: { by: 'identity', names: ['Ли Вэй'], nationality: 'KAZ' },
    });
  });

  test('by the name alone is too wide', () => {
    expect(read({ by: 'identity', names })).toEqual({ faults: { birthDate: 'too-wide' } });
    expect(isTooWide({ ...EMPTY_DRAFT, by: 'identity', names })).toBe(true);
    expect(isTooWide({ ...EMPTY_DRAFT, by: 'identity', names, nationality: 'KAZ' })).toBe(false);
    expect(isTooWide({ ...EMPTY_DRAFT, names })).toBe(false);
  });

  test('without a name, with a date that there is not, or with more names than are asked for, is none', () => {
    expect(read({ by: 'identity', birthDate: '1971' })).toEqual({ faults: { names: 'missing' } });
    expect(read({ by: 'identity', names, birthDate: '31.02.1971' })).toEqual({ faults: { birthDate: 'no-such-date' } });
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].join('\n');
    expect(read({ by: 'identity', names: six, birthDate: '1971' })).toEqual({ faults: { names: 'too-many' } });
    expect(read({ by: 'identity', names: 'a'.repeat(501), birthDate: '1971' })).toEqual({
      faults: { names: 'too-long' },
    });
  });
});
