import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName } from './clean.ts';

test('what holds nothing to clean comes out as what is cleaned of a mark that nobody sees', () => {
  const letter = fc.constantFrom(..."ABZabz09'-.~!АЯЁаяё  ");
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 60 }), (name) => {
      expect(cleanName(name)).toBe(cleanName(`${name}\u200b`));
    }),
  );
});
