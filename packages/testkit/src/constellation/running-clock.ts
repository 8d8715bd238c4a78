import type { TestClock } from '../node.ts';

/** A clock that goes on by itself, as nodes that wait for each other need it, and that a test may set forward or back. */
export function runningClock(): TestClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    forward: (minutes) => {
      aheadMs += minutes * 60_000;
    },
  };
}
