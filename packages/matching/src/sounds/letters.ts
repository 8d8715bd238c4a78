/** Sounds are bits of a number; the last bit stands for all that are left. */
export const LAST_LETTER = 31;

/** The bit of a sound among the letters of a form. */
export function letterOf(code: number): number {
  return 1 << Math.min(code, LAST_LETTER);
}
