import { expect, test } from 'vitest';
import { linesOf, tooLong } from './outages.ts';

test('each line is one outage, blank ones none', () => {
  expect(linesOf('Scanner 2 is broken\n\n  Camera away \n')).toEqual(['Scanner 2 is broken', 'Camera away']);
});

test('more or longer than the node takes is said before it is sent', () => {
  expect(tooLong(['Scanner 2'])).toBe(false);
  expect(tooLong(['x'])).toBe(true);
  expect(tooLong(['x'.repeat(301)])).toBe(true);
  expect(tooLong(Array.from({ length: 21 }, () => 'Scanner'))).toBe(true);
});
