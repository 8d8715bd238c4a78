/** A no-hit from an index that no longer hears of changes would be a false assurance. */
const LONGEST_SILENCE_MS = 5_000;

/**
 * True while the index is loaded and still hears of changes.
 *
 * Both in milliseconds of `steadyMs`: a clock that is put right stops no desk, and one set back keeps no deaf index alive.
 */
export function isCurrent(heardMs: number | null, nowMs: number): boolean {
  return heardMs !== null && nowMs - heardMs <= LONGEST_SILENCE_MS;
}
