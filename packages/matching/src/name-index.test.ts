import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import same from '../../../vectors/names/same.json' with { type: 'json' };
import type { IndexedSubject, MatchQuery } from './model.ts';
import { createIndex } from './name-index.ts';

function person(id: string, full: string, more: Partial<IndexedSubject> = {}): IndexedSubject {
  return {
    id,
    kind: 'person',
    names: [{ full, kind: 'primary', quality: 'good' }],
    birthDates: [],
    nationalities: [],
    documents: [],
    ...more,
  };
}

const AZIZ = person('aziz', 'Mohammed Aziz Karimov', {
  names: [
    { full: 'Mohammed Aziz Karimov', kind: 'primary', quality: 'good' },
    { full: 'محمد عزیز کریموف', kind: 'original-script', quality: 'good' },
    { full: 'The Carpenter', kind: 'alias', quality: 'low' },
  ],
  birthDates: [{ date: '1971-04-28' }],
  nationalities: ['AFG'],
  sex: 'male',
  documents: [{ type: 'passport', number: 'OR 1234567', country: 'AFG' }],
});

function indexOf(...subjects: IndexedSubject[]) {
  const index = createIndex();
  for (const subject of subjects) index.add(subject);
  return index;
}

function first(query: Partial<MatchQuery>) {
  return indexOf(AZIZ, person('other', 'Ivan Petrov'), person('third', '王小红')).search({ names: [], ...query })[0];
}

describe('a listed person is found', () => {
  test.each([
    'Mohammed Aziz Karimov',
    'KARIMOV AZIZ',
    'Мухаммад Азиз Каримов',
    'محمد عزیز کریموف',
    'मोहम्मद अज़ीज़ करीमोव',
    'Muhamed Asiz Karimow',
    'Mohammedaziz Karimov',
    'Mohammed Azizz Kraimov',
  ])('by %s', (name) => {
    expect(first({ names: [name] })).toMatchObject({ id: 'aziz' });
  });

  test.each(same.pairs)('listed as %s, by %s', (listed, asked) => {
    expect(indexOf(person('1', listed!)).search({ names: [asked!] })).toHaveLength(1);
  });

  test('by a name cut at the end of its field', () => {
    expect(first({ names: ['Mohammed Aziz Karimo'], nameTruncated: true })?.score).toBeGreaterThan(0.85);
  });

  test('by any of several ways to write the name', () => {
    expect(first({ names: ['Nobody Known', 'Mohammed Aziz Karimov'] })).toMatchObject({ id: 'aziz', band: 'strong' });
  });
});

describe('documents', () => {
  test('the same number is a band of its own, whatever its spacing', () => {
    expect(first({ documents: [{ number: 'or-1234567' }] })).toMatchObject({ id: 'aziz', band: 'exact-document' });
  });

  test('the same number of another issuer is no exact hit', () => {
    expect(first({ documents: [{ number: 'OR1234567', country: 'USA' }] })?.band).not.toBe('exact-document');
  });

  test('a number misread between look-alikes is shown as near', () => {
    expect(first({ documents: [{ number: '0R1234S67' }] })).toMatchObject({
      band: 'possible',
      evidence: expect.arrayContaining([expect.objectContaining({ kind: 'document', verdict: 'near' })]),
    });
  });

  test('an exact document stands before any name', () => {
    const index = indexOf(AZIZ, person('namesake', 'Ivan Petrov', { birthDates: [{ date: '1980-01-02' }] }));
    const found = index.search({
      names: ['Ivan Petrov'],
      birthDate: '1980-01-02',
      documents: [{ number: 'OR1234567' }],
    });
    expect(found.map(({ id }) => id)).toEqual(['aziz', 'namesake']);
  });

  test('a number too short to tell anything is not looked up', () => {
    const index = indexOf(person('1', 'Ivan Petrov', { documents: [{ type: 'other', number: '1' }] }));
    expect(index.search({ names: [], documents: [{ number: '1' }] })).toEqual([]);
  });
});

describe('what else is known', () => {
  const score = (query: Partial<MatchQuery>) => first({ names: ['Mohammed Aziz Karimov'], ...query })?.score ?? 0;

  test('an agreeing fact raises the score, a contradicting one lowers it', () => {
    const alone = score({});
    expect(score({ birthDate: '1971-04-28' })).toBeGreaterThan(alone);
    expect(score({ nationality: 'AFG' })).toBeGreaterThan(alone);
    expect(score({ birthDate: '1990-01-01' })).toBeLessThan(alone);
    expect(score({ nationality: 'RUS' })).toBeLessThan(alone);
    expect(score({ sex: 'female' })).toBeLessThan(alone);
  });

  test('a name alone with everything else against it is no candidate', () => {
    expect(
      first({ names: ['Mohammed Aziz Karimov'], birthDate: '1990-01-01', nationality: 'RUS', sex: 'female' }),
    ).toBeUndefined();
  });

  test('birth date and nationality without the name are no candidate', () => {
    expect(first({ names: ['Ivan Sidorenko'], birthDate: '1971-04-28', nationality: 'AFG' })).toBeUndefined();
  });

  test('a weak alias is never strong by itself', () => {
    expect(first({ names: ['The Carpenter'], birthDate: '1971-04-28', nationality: 'AFG', sex: 'male' })?.band).toBe(
      'possible',
    );
  });

  test('a contradiction added never raises a score', () => {
    const names = fc.constantFrom('Mohammed Aziz Karimov', 'Aziz Karimov', 'Mohamed Asis Karimow', 'Karimov');
    const date = fc.constantFrom(undefined, '1971', '1971-04-28', '1971-04-29');
    fc.assert(
      fc.property(names, date, fc.constantFrom(undefined, 'AFG'), (name, birthDate, nationality) => {
        const query = { names: [name], ...(birthDate && { birthDate }), ...(nationality && { nationality }) };
        const plain = first(query)?.score ?? 0;
        expect(first({ ...query, sex: 'female' })?.score ?? 0).toBeLessThanOrEqual(plain);
        expect(first({ ...query, nationality: 'USA' })?.score ?? 0).toBeLessThanOrEqual(plain);
        expect(first({ ...query, birthDate: '1999-01-01' })?.score ?? 0).toBeLessThanOrEqual(plain);
      }),
    );
  });
});

describe('the index', () => {
  test('a removed subject no longer answers, by name or by document', () => {
    const index = indexOf(AZIZ, person('other', 'Ivan Petrov'));
    expect(index.remove('aziz')).toBe(true);
    expect(index.remove('aziz')).toBe(false);
    expect(index.size).toBe(1);
    expect(index.search({ names: ['Mohammed Aziz Karimov'], documents: [{ number: 'OR1234567' }] })).toEqual([]);
  });

  test('a subject added again under its id answers as it is now', () => {
    const index = indexOf(person('1', 'Ivan Petrov'));
    index.add(person('1', 'Olga Smirnova'));
    expect(index.size).toBe(1);
    expect(index.search({ names: ['Ivan Petrov'] })).toEqual([]);
    expect(index.search({ names: ['Olga Smirnova'] })).toMatchObject([{ id: '1' }]);
  });

  test('additions and removals in any order leave what a fresh index would hold', () => {
    const names = [
      'Ivan Petrov',
      'Иван Петров',
      'Olga Smirnova',
      'محمد عزیز',
      'Mohamed Aziz',
      '王小红',
      'Wang Xiaohong',
    ];
    const step = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), name: fc.option(fc.constantFrom(...names)) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 24 }), fc.constantFrom(...names), (steps, asked) => {
        const changed = createIndex();
        const held = new Map<string, IndexedSubject>();
        for (const { id, name } of steps) {
          if (name === null) {
            expect(changed.remove(id)).toBe(held.delete(id));
          } else {
            held.set(id, person(id, name));
            changed.add(person(id, name));
          }
        }
        const fresh = indexOf(...[...held.values()].sort((a, b) => (a.id < b.id ? 1 : -1)));
        expect(changed.search({ names: [asked] })).toEqual(fresh.search({ names: [asked] }));
        expect(changed.size).toBe(held.size);
      }),
    );
  });

  test('a limit bounds the answer, and equals come in the order of their ids', () => {
    const index = indexOf(
      ...Array.from({ length: 30 }, (_, at) => person(String(at).padStart(2, '0'), 'Ivan Petrov')).reverse(),
    );
    expect(index.search({ names: ['Ivan Petrov'] })).toHaveLength(10);
    expect(index.search({ names: ['Ivan Petrov'] }, { limit: 3 }).map(({ score }) => score)).toEqual([0.9, 0.9, 0.9]);
  });

  test('a thousand aliases and a hostile name are kept and answered', () => {
    const names = Array.from({ length: 1_000 }, (_, at) => ({
      full: `Ivan Petrov ${at}`,
      kind: 'alias' as const,
      quality: 'good' as const,
    }));
    const index = indexOf(person('many', 'Ivan', { names }), person('long', 'я'.repeat(10_000)), person('empty', '😀'));
    expect(index.search({ names: ['Ivan Petrov'] })[0]).toMatchObject({ id: 'many' });
    expect(index.search({ names: ['я'.repeat(10_000)] })[0]).toMatchObject({ id: 'long' });
    for (const name of ['', '😀', 'a', '1', '\u202e', 'a '.repeat(5_000)])
      expect(index.search({ names: [name] })).toBeInstanceOf(Array);
  });
});
