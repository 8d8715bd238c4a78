import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MostAlike } from './most-alike.ts';

const LEAST = 0.68;

test('what stays is what is most alike of all, whether or not whatever lies below the bar is left out', () => {
  const likeness = fc.record({
    token: fc.nat(600),
    similarity: fc.integer({ min: 680, max: 1000 }).map((n) => n / 1000),
  });
  fc.assert(
    fc.property(fc.array(likeness, { minLength: 300, maxLength: 1500, size: 'max' }), (all) => {
      const found = new MostAlike();
      found.begin(LEAST, 601);
      const best = new Map<number, number>();
      for (const { token, similarity } of all) {
        best.set(token, Math.max(similarity, best.get(token) ?? 0));
        if (similarity >= found.bar) found.put(token, similarity);
      }
      const sorted = Array.from(best, ([token, similarity]) => ({ token, similarity }));
      sorted.sort((a, b) => b.similarity - a.similarity || a.token - b.token);
      expect(found.take((one, other) => one - other)).toEqual(sorted.slice(0, 160));
    }),
    { numRuns: 60 },
  );
});
