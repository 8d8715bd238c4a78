/** Answers leave at these distances from the question's arrival and at no other moment. */
export const ANSWER_EVERY_MS = 60;

/**
 * How long to keep an answer back, so that a hit, which takes a little longer to find and record, leaves at the same moment as a
 * no-hit. Under load it is the next step for both.
 */
export function keepBackMs(elapsedMs: number): number {
  const step = Math.max(1, Math.ceil(elapsedMs / ANSWER_EVERY_MS));
  return step * ANSWER_EVERY_MS - elapsedMs;
}
