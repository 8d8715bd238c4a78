import type { Band } from '@entente/contracts/screening';
import type { PassengerHit } from '@entente/contracts/screening/passenger-list';

export interface HitFilter {
  text: string;
  band: Band | '';
}

export const EVERYONE: HitFilter = { text: '', band: '' };

/** Hits that the officer looks for: by any name or number of traveller or candidate, by the line, by the best band. */
export function filterHits(hits: readonly PassengerHit[], { text, band }: HitFilter): PassengerHit[] {
  const looked = folded(text.trim());
  return hits.filter((hit) => (band === '' || bandOf(hit) === band) && (looked === '' || isNamed(hit, looked)));
}

/** The band of the best candidate. */
export function bandOf({ found }: PassengerHit): Band | undefined {
  return found?.candidates[0]?.band;
}

function isNamed({ line, traveller, found }: PassengerHit, looked: string): boolean {
  const words = [
    String(line),
    traveller,
    ...(found ? [...found.readAs.names, found.readAs.documentNumber ?? ''] : []),
    ...(found?.candidates.map(({ name }) => name) ?? []),
  ];
  return words.some((word) => folded(word).includes(looked));
}

/** Letters without case and accents. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
