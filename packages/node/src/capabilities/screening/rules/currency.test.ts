import { expect, test } from 'vitest';
import { isCurrent } from './currency.ts';

const at = (seconds: number) => seconds * 1000;

test('an index that is not loaded gives no assurance', () => {
  expect(isCurrent(null, at(0))).toBe(false);
});

test('nor does one that has not heard of changes for more than five seconds', () => {
  expect(isCurrent(at(0), at(5))).toBe(true);
  expect(isCurrent(at(0), at(6))).toBe(false);
});
