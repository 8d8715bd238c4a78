const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/**
 * How long to leave a peer in peace after so many failures in a row: doubling from half a second to a minute, spread by
 * chance over the upper half, so that peers that lost each other at one moment do not all come back at one.
 *
 * @param chance from 0 to below 1
 */
export function pauseAfter(failures: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(full * (0.5 + chance / 2));
}
