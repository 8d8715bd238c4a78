import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePassing } from './judge-passing.ts';

describe('numbers that are passed over', () => {
  test('follow what was received, and are used up', () => {
    expect(judgePassing({ first: 4, last: 9 }, { received: 3, applied: 3 })).toEqual({ received: 9, stop: null });
  });

  test('may begin with what came before: only the rest is passed over', () => {
    expect(judgePassing({ first: 2, last: 9 }, { received: 3, applied: 3 })).toEqual({ received: 9, stop: null });
  });

  test('told a second time change nothing', () => {
    expect(judgePassing({ first: 4, last: 9 }, { received: 12, applied: 11 })).toEqual({ received: 12, stop: null });
  });

  test('leave no gap before them', () => {
    expect(judgePassing({ first: 5, last: 9 }, { received: 3, applied: 3 }).stop).toEqual({ why: 'gap', expected: 4 });
  });

  test('wait until what came before is dealt with', () => {
    expect(judgePassing({ first: 4, last: 9 }, { received: 3, applied: 2 }).stop).toMatchObject({ why: 'busy' });
  });

  test('never take a stream back, and move it only to their end', () => {
    const number = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(number, number, number, number, (first, last, received, behind) => {
        const applied = Math.max(0, received - behind);
        const judged = judgePassing({ first: first + 1, last: last + 1 }, { received, applied });
        expect(judged.received).toBeGreaterThanOrEqual(received);
        if (judged.received !== received) expect(judged).toEqual({ received: last + 1, stop: null });
      }),
    );
  });
});
