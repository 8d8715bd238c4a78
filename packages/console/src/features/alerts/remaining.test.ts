import { expect, test } from 'vitest';
import { secondsLeft } from './remaining.ts';

test('the time left follows the pace seen', () => {
  expect(secondsLeft({ bytes: 0, at: 0 }, { bytes: 2_000, at: 2_000 }, 10_000)).toBe(8);
});

test('nothing is promised before the pace is known, or while nothing moves', () => {
  expect(secondsLeft({ bytes: 0, at: 0 }, { bytes: 2_000, at: 500 }, 10_000)).toBeNull();
  expect(secondsLeft({ bytes: 500, at: 0 }, { bytes: 500, at: 9_000 }, 10_000)).toBeNull();
});
