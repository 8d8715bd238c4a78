import { VOWELS } from './fold.ts';

/** Where a sound stands: what it costs to lack one depends on it. */
export const Place = { first: 0, onset: 1, coda: 2, last: 3 } as const;

export const PLACES = 4;

/** Shorter forms have no last sound of their own. */
const SHORTEST = 3;

/** First, before a vowel, before a consonant, or last. */
export function placeOf(codes: Uint8Array, at: number): number {
  if (at === codes.length - 1 && codes.length >= SHORTEST) return Place.last;
  if (at === 0) return Place.first;
  return codes[at + 1]! < VOWELS ? Place.onset : Place.coda;
}
