/** How often a file is tried that fails for a reason of its own, before it is refused. */
export const MOST_TRIES = 12;
const FIRST_MS = 1_000;
/** Nothing is put off for longer. */
export const LONGEST_PAUSE_MS = 60 * 60_000;

/** How long a file is left alone that failed so many times in a row: doubling from a second to an hour. */
export function pauseBeforeTry(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_MS * 2 ** (tries - 1));
}
