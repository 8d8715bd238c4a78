import { expect, test } from 'vitest';
import { errandTo, readErrand } from './errand.ts';

test('an errand is a step with something to do at the other node, and no other word', () => {
  expect(readErrand('alert-arrived')).toBe('alert-arrived');
  for (const word of [undefined, '', 'clean-traveller', 'toString', '__proto__', 'alert-arrived ']) {
    expect(readErrand(word)).toBeUndefined();
  }
});

test('it goes along in the part of an address that no server sees', () => {
  expect(errandTo('hit-taken-up')).toBe('#guide=hit-taken-up');
});
