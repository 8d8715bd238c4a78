import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Postings } from './postings.ts';

const TOKENS = 5;

/** What a token has, read as a search reads it. */
function read(postings: Postings, token: number): number[] {
  const place = postings.place(token);
  return [...postings.blocks.subarray(place, place + postings.length(token))];
}

test('each token keeps its own subjects in order, whatever is added and taken out among the others', () => {
  const step = fc.record({ token: fc.nat(TOKENS - 1), removed: fc.option(fc.nat(400), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 600 }), (steps) => {
      const postings = new Postings();
      postings.hold(TOKENS);
      const expected = Array.from({ length: TOKENS }, () => [] as number[]);
      for (const [ordinal, { token, removed }] of steps.entries()) {
        if (removed === undefined) {
          postings.add(token, ordinal);
          expected[token]!.push(ordinal);
        } else {
          postings.remove(token, removed);
          expected[token] = expected[token]!.filter((held) => held !== removed);
        }
      }
      for (let token = 0; token < TOKENS; token++) expect(read(postings, token)).toEqual(expected[token]);
    }),
  );
});

test('what was given up is used again: a list filled and emptied a thousand times takes no more room', () => {
  const postings = new Postings();
  postings.hold(1);
  let ordinal = 0;
  for (let round = 0; round < 1000; round++) {
    const from = ordinal;
    for (; ordinal < from + 1000; ordinal++) postings.add(0, ordinal);
    for (let one = from; one < ordinal; one++) postings.remove(0, one);
  }
  expect(postings.length(0)).toBe(0);
  expect(postings.blocks.length).toBe(1 << 16);
});
