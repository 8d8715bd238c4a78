import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseAfter } from './back-off.ts';

test('a peer that fails again and again is left alone for longer and longer, up to a minute', () => {
  const full = [1, 2, 3, 7, 8, 1000].map((failures) => pauseAfter(failures, 0.999999));
  expect(full).toEqual([500, 1000, 2000, 32_000, 60_000, 60_000]);
});

test('a pause is never shorter than half of the longest it may be, nor longer than a minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, chance) => {
        const pause = pauseAfter(failures, chance);
        expect(pause).toBeGreaterThanOrEqual(pauseAfter(failures, 0));
        expect(pause).toBeLessThanOrEqual(Math.min(60_000, pauseAfter(failures, 0) * 2));
      },
    ),
  );
});
