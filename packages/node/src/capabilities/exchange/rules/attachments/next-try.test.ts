import { expect, test } from 'vitest';
import { LONGEST_PAUSE_MS, MOST_TRIES, pauseBeforeTry } from './next-try.ts';

test('a file that fails is left alone for twice as long each time, an hour at most, and is refused after half an hour or more', () => {
  const pauses = Array.from({ length: MOST_TRIES - 1 }, (_, tries) => pauseBeforeTry(tries + 1));
  expect(pauses.slice(0, 3)).toEqual([1000, 2000, 4000]);
  for (const [at, pause] of pauses.entries()) if (at > 0) expect(pause).toBe(2 * pauses[at - 1]!);
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(30 * 60_000);
  expect(pauseBeforeTry(100)).toBe(LONGEST_PAUSE_MS);
});
