import { expect, test } from 'vitest';
import { POSSIBLE, weigh } from './weighing.ts';

// `Search` leaves such subjects out before it looks at their names.
test('nothing that agrees makes up for a birth date that contradicts in full', () => {
  const agreeing = { birthDate: -1, nationality: 1, sex: 1, document: 0 };
  expect(weigh(1, agreeing, false)).toBeLessThan(POSSIBLE);
});
