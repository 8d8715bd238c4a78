import { expect, test } from 'vitest';
import { isCaseReference } from './case.ts';

test.each(['дело № 7/2018', 'A-1', 'x'.repeat(200)])('%s is a case reference', (text) => {
  expect(isCaseReference(text)).toBe(true);
});
test.each(['', '   ', 'a\nb', 'a\u0000', 'K-\u202e1', 'a\u2028b', 'x'.repeat(201)])(
  '%j is no case reference',
  (text) => {
    expect(isCaseReference(text)).toBe(false);
  },
);
