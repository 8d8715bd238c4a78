import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from '../../../../vectors/identifiers/national-numbers.json' with { type: 'json' };
import { createIndex } from '../name-index.ts';
import { NATIONAL_SCHEMES, readNationalNumbers } from './national-numbers.ts';
import { isVerhoeff } from './verhoeff.ts';

describe('a number that a state gives', () => {
  test.each(vectors.read)('$number is read: $scheme, check digit $checkDigit', ({ number, country, ...read }) => {
    expect(readNationalNumbers(number, country)[0]).toMatchObject(read);
  });

  test.each(vectors.none)(
    '$number of $country is none',
    ({ number, country }: { number: string; country?: string }) => {
      expect(readNationalNumbers(number, country)).toEqual([]);
    },
  );

  test('every scheme is shown by a vector', () => {
    expect(new Set(vectors.read.map(({ scheme }) => scheme))).toEqual(new Set(NATIONAL_SCHEMES));
  });

  test('any wrong digit of a Chinese, Indian or Russian taxpayer number is noticed', () => {
    const numbers = fc.constantFrom(['440524188001010014', 'CHN'], ['234123412346', 'IND'], ['500100732259', 'RUS']);
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), ([number, country], place, more) => {
        const at = place % number!.length;
        const digit = String((Number(number![at]) + more) % 10);
        const read = readNationalNumbers(number!.slice(0, at) + digit + number!.slice(at + 1), country);
        expect(read.filter(({ scheme, checkDigit }) => scheme !== 'russian-snils' && checkDigit === 'valid')).toEqual(
          [],
        );
      }),
    );
  });

  test('two neighbouring digits that changed places are noticed in an Indian one', () => {
    expect(isVerhoeff('234123412346')).toBe(true);
    for (let at = 0; at < 11; at++) {
      const digits = [...'234123412346'];
      [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
      if (digits[at] !== digits[at + 1]) expect(isVerhoeff(digits.join(''))).toBe(false);
    }
  });

  test('whatever is written, there is an answer, and a date in it is a day of the calendar', () => {
    const unit = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));
    const text = fc.oneof(
      fc.string({ unit, maxLength: 30 }),
      fc.stringMatching(/^[0-9X -]{9,20}$/),
      fc.constant('9'.repeat(10_000)),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(undefined, 'CHN', 'KAZ', 'KGZ', 'UZB', 'IND', 'PAK', 'RUS'),
        (number, country) => {
          for (const { birthDate } of readNationalNumbers(number, country))
            if (birthDate !== undefined) expect(new Date(birthDate).toISOString().slice(0, 10)).toBe(birthDate);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('what a number tells of its bearer', () => {
  const index = createIndex();
  index.add({
    id: 'li',
    kind: 'person',
    names: [{ full: 'Li Ming', kind: 'primary', quality: 'good' }],
    birthDates: [{ date: '1949-12-31' }],
    nationalities: ['CHN'],
    sex: 'female',
    documents: [],
  });
  const told = (number: string, birthDate?: string) => {
    const query = { names: ['Li Ming'], documents: [{ number, country: 'CHN' }], ...(birthDate && { birthDate }) };
    const [match] = index.search(query);
    return { score: match?.score, evidence: match?.evidence.find(({ kind }) => kind === 'national-number') };
  };

  test('is a reason beside the others: it agrees, contradicts, or differs from what the traveller states', () => {
    expect(told('11010519491231002X').evidence).toMatchObject({ verdict: 'matches', checkDigit: 'valid' });
    expect(told('440524188001010014').evidence).toMatchObject({
      verdict: 'contradicts',
      birthDate: '1880-01-01',
      sex: 'male',
    });
    expect(told('11010519491231002X', '1949-12-30').evidence).toMatchObject({ otherThanStated: true });
    expect(told('E12345678').evidence).toBeUndefined();
  });

  test('has no weight of its own, and a wrong check digit refuses nothing', () => {
    expect(told('440524188001010014').score).toBe(told('11010519491231002X').score);
    expect(told('110105194912310021')).toMatchObject({
      score: told('11010519491231002X').score,
      evidence: { checkDigit: 'invalid' },
    });
  });
});
