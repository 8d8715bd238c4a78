import { describe, expect, test } from 'vitest';
import { ASK_BUDGET, hourOf, isWithinBudget } from './budget.ts';
import { ANSWER_EVERY_MS, keepBackMs } from './deadline.ts';

describe('the budget', () => {
  test('ends for an officer, and for his whole state', () => {
    expect(isWithinBudget({ officer: 0, state: 0 })).toBe(true);
    expect(isWithinBudget({ officer: ASK_BUDGET.officer - 1, state: ASK_BUDGET.state - 1 })).toBe(true);
    expect(isWithinBudget({ officer: ASK_BUDGET.officer, state: 0 })).toBe(false);
    expect(isWithinBudget({ officer: 0, state: ASK_BUDGET.state })).toBe(false);
  });

  test('begins anew each hour', () => {
    expect(hourOf(new Date('2026-02-01T08:59:59.999Z')).toISOString()).toBe('2026-02-01T08:00:00.000Z');
    expect(hourOf(new Date('2026-02-01T09:00:00.000Z')).toISOString()).toBe('2026-02-01T09:00:00.000Z');
  });
});

test('an answer leaves at a step of the clock, however long it took to find', () => {
  for (const elapsed of [0, 1, 119.5, 120, 121, 500]) {
    const left = elapsed + keepBackMs(elapsed);
    expect(left % ANSWER_EVERY_MS, `${elapsed}`).toBeCloseTo(0);
    expect(left).toBeGreaterThanOrEqual(elapsed);
  }
  expect(2 + keepBackMs(2)).toBe(40 + keepBackMs(40));
});
