import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import different from '../../../../vectors/names/different.json' with { type: 'json' };
import forms from '../../../../vectors/names/forms.json' with { type: 'json' };
import hostile from '../../../../vectors/names/hostile.json' with { type: 'json' };
import same from '../../../../vectors/names/same.json' with { type: 'json' };
import { compareNames } from './compare.ts';
import { normalName } from './normal-name.ts';

/** Any UTF-16 unit, half surrogate pairs among them. */
const ANY_UNIT = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

const written = [...same.pairs, ...different.pairs].flat();
const name = fc.oneof(fc.constantFrom(...written), fc.string({ unit: ANY_UNIT, maxLength: 60 }));
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u202e', '\u202c', '\u200f', '\u00ad'];

describe('the same person, spelt or written otherwise', () => {
  test.each(same.pairs)('%s is %s', (left, right) => {
    expect(compareNames(left!, right!).score).toBeGreaterThanOrEqual(same.least);
  });
});

describe('another person of a like name', () => {
  test.each(different.pairs)('%s is not %s', (left, right) => {
    expect(compareNames(left!, right!).score).toBeLessThanOrEqual(different.most);
  });
});

describe('disguised input', () => {
  test.each(hostile.pairs)('%j reads as %j', (disguised, plain) => {
    expect(compareNames(disguised!, plain!).score).toBeGreaterThanOrEqual(hostile.least);
  });

  test('letters of another script that are drawn alike are pointed out, and only they', () => {
    const disguised = (left: string, right: string) =>
      compareNames(left, right)
        .tokens.filter((token) => token.disguised)
        .map(({ query }) => query);
    expect(disguised('Мohаmmed Aziz', 'Mohammed Aziz')).toEqual(['mohammed']);
    expect(disguised('Mohammed Aziz', 'Mohammed Аziz')).toEqual(['aziz']);
    expect(disguised('Мохаммед Азиз', 'Mohammed Aziz')).toEqual([]);
    expect(disguised("O'Brien", 'O’Brien')).toEqual([]);
  });

  test('half a surrogate pair is no letter', () => {
    expect(compareNames('Mohammed\ud800 Aziz', 'Mohammed Aziz').score).toBe(1);
  });

  test('an invisible character anywhere changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.nat(), fc.constantFrom(...INVISIBLE), (plain, at, mark) => {
        const place = at % (plain.length + 1);
        const disguised = plain.slice(0, place) + mark + plain.slice(place);
        expect(normalName(disguised)).toEqual(normalName(plain));
      }),
    );
  });

  test('a name of a million characters is cut and answered', () => {
    const long = 'Мohammed '.repeat(120_000);
    expect(compareNames(long, 'Mohammed').score).toBeGreaterThan(0);
    expect(normalName('ﷺ'.repeat(100_000)).length).toBeLessThan(30);
    expect(normalName(`a${'\u0301'.repeat(1_000_000)}`).length).toBe(1);
  });

  test('what holds no letter or digit is no name', () => {
    for (const nothing of ['', ' ', '😀', '\u200b', '---', '…', '\ud800']) expect(normalName(nothing)).toEqual([]);
  });
});

test('a name in a script that is not romanised meets itself alone', () => {
  expect(compareNames('สมชาย ใจดี', 'สมชาย ใจดี').score).toBe(1);
  expect(compareNames('สมชาย ใจดี', 'Ivan Petrov').score).toBeLessThan(0.2);
  expect(compareNames('ተስፋዬ', 'ተስፋዬ').score).toBe(1);
});

describe('every comparison', () => {
  test('is the same from both sides, between 0 and 1', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const { score } = compareNames(left, right);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compareNames(right, left).score).toBeCloseTo(score, 6);
      }),
    );
  });

  test('finds a name equal to itself', () => {
    fc.assert(
      fc.property(name, (one) => {
        const tokens = normalName(one);
        fc.pre(tokens.length > 0);
        expect(compareNames(one, one).score).toBe(1);
      }),
    );
  });

  test('accounts for every token of both names exactly once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...written), fc.constantFrom(...written), (left, right) => {
        const { tokens } = compareNames(left, right);
        const texts = (side: 'query' | 'listed') => tokens.flatMap((token) => token[side]?.split(' ') ?? []).sort();
        const whole = (text: string) => normalName(text).map((token) => token.text);
        expect([...whole(left)].sort().join('')).toHaveLength(texts('query').join('').length);
        expect([...whole(right)].sort().join('')).toHaveLength(texts('listed').join('').length);
      }),
    );
  });
});

describe('what an officer is told', () => {
  const how = (left: string, right: string) =>
    Object.fromEntries(compareNames(left, right).tokens.map((t) => [t.query ?? t.listed, t.how]));

  test('a token may be equal, written in another script, misspelt, an initial', () => {
    expect(how('Ivan Petrov', 'Иван Petroff')).toEqual({ ivan: 'script', petrov: 'spelling' });
    expect(how('J Smith', 'John Smith')).toEqual({ j: 'initial', smith: 'same' });
  });

  test('what is left out does not contradict; what differs does', () => {
    expect(how('Ivan Petrov', 'Ivan Sergeevich Petrov')).toMatchObject({ sergeevich: 'absent' });
    expect(how('Ivan Sergeevich Petrov', 'Ivan Petrov')).toMatchObject({ sergeevich: 'extra' });
    expect(how('Ivan Petrov', 'Ivan Sidorov')).toMatchObject({ petrov: 'differs' });
    const omitted = compareNames('Ivan Petrov', 'Ivan Sergeevich Petrov').score;
    expect(omitted).toBeGreaterThan(compareNames('Ivan Alexeevich Petrov', 'Ivan Sergeevich Petrov').score);
  });

  test('a short form is a variant', () => {
    expect(how('Sasha Petrov', 'Александр Петров')).toMatchObject({ sasha: 'variant' });
    expect(compareNames('Bill Smith', 'William Smith').score).toBeGreaterThan(0.85);
  });

  test('a legal form says little of an organisation', () => {
    expect(compareNames('Acme Trading LLC', 'Acme Trading Limited').score).toBeGreaterThan(0.9);
  });

  test('words written together and apart are one evidence', () => {
    const { tokens } = compareNames('Abdulrahman Yusuf', 'Abd al Rahman Yusuf');
    expect(tokens).toContainEqual(expect.objectContaining({ query: 'abdulrahman', listed: 'abd al rahman' }));
  });
});

describe('normal forms', () => {
  test.each(Object.entries(forms.forms))('%s sounds %j', (word, sounds) => {
    expect(normalName(word)[0]?.sounds).toEqual(sounds);
  });
});
