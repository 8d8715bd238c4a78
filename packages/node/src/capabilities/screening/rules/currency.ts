/** A no-hit from an index that no longer hears of changes would be a false assurance. */
const LONGEST_SILENCE_MS = 5_000;

/** True while the index is loaded and still hears of changes. */
export function isCurrent(heardAt: Date | null, now: Date): boolean {
  return heardAt !== null && now.getTime() - heardAt.getTime() <= LONGEST_SILENCE_MS;
}
