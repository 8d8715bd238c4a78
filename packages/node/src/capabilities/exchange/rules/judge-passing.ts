import type { Stop } from '@entente/contracts/exchange/delivery';

/** Where a stream stands after a word that numbers are passed over, and why it is not further. */
export interface Judged {
  received: number;
  stop: Stop | null;
}

/** What came before must have been dealt with: nothing may be applied after what is passed over. */
const APPLY_FIRST_MS = 500;

/** Judges a run of numbers by how far the stream has come; a repeated word changes nothing. */
export function judgePassing(
  { first, last }: { first: number; last: number },
  { received, applied }: { received: number; applied: number },
): Judged {
  if (last < first || first > received + 1) return { received, stop: { why: 'gap', expected: received + 1 } };
  if (last <= received) return { received, stop: null };
  if (applied < received) return { received, stop: { why: 'busy', retryAfterMs: APPLY_FIRST_MS } };
  return { received: last, stop: null };
}
