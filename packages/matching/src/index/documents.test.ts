import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashed } from '../memory/hash.ts';
import { createMemory } from '../memory/index-memory.ts';
import { openSpace } from '../memory/space.ts';
import { Documents } from './documents.ts';
import { packNumber } from './packed-number.ts';

const number = fc.stringMatching(/^[A-Z0-9]{4,12}$/).filter((text) => /\d\D*\d/.test(text));

test('no number of up to twelve letters and digits is ever taken for another', () => {
  const keyed = (text: string) => {
    packNumber(text);
    return `${hashed.low} ${hashed.high}`;
  };
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(keyed(one) === keyed(other)).toBe(one === other);
    }),
    { numRuns: 2000 },
  );
});

test('a number gives all who have it, and nobody else', () => {
  const documents = new Documents(openSpace(createMemory()));
  const held = new Map<string, number[]>();
  for (let ordinal = 0; ordinal < 30_000; ordinal++) {
    const text = `P${(ordinal * 7919) % 20_011}77`;
    documents.add([text], ordinal);
    held.set(text, [...(held.get(text) ?? []), ordinal]);
  }
  for (const [text, ordinals] of held) expect(documents.holdersOf(text).sort((a, b) => a - b)).toEqual(ordinals);
  for (let other = 0; other < 1000; other++) expect(documents.holdersOf(`X${other}88`)).toEqual([]);
});

test('what an eye may take for the number is found with it; a number of more than twelve characters says that it is to be compared', () => {
  const documents = new Documents(openSpace(createMemory()));
  documents.add(['AO123456', 'ABCDEFGHIJKL1234567'], 5);
  expect(documents.holdersOf('a0 12345G')).toEqual([5]);
  expect(documents.holdersOf('ABCDEFGHIJKL1234567')).toEqual([5]);
  expect(documents.isExact('AO123456')).toBe(true);
  expect(documents.isExact('ABCDEFGHIJKL1234567')).toBe(false);
});
