import type { Candidate } from '@entente/contracts/screening';
import type { AnsweringList, BandCounts, Found } from '../model.ts';

/** More than these an officer at a counter does not read. */
export const MOST_CANDIDATES = 10;

const BANDS: Candidate['band'][] = ['exact-document', 'strong', 'possible'];

/** Exact documents first, then strong, then possible; within a band by score; ties by list and reference. At most ten. */
export function orderFound(found: Found[]): Found[] {
  return found.toSorted(compareFound).slice(0, MOST_CANDIDATES);
}

/** What the officer sees of it: the evidence, and what to do on which legal basis. */
export function candidateOf({ listing, match }: Found, list: AnsweringList): Candidate {
  return {
    ...listing,
    score: match.score,
    band: match.band,
    evidence: match.evidence,
    action: list.action,
    listNames: list.names,
    legalBasis: list.legalBasis,
  };
}

export function countBands(candidates: Pick<Candidate, 'band'>[]): BandCounts {
  const counts: BandCounts = { 'exact-document': 0, strong: 0, possible: 0 };
  for (const { band } of candidates) counts[band] += 1;
  return counts;
}

function compareFound(a: Found, b: Found): number {
  return (
    BANDS.indexOf(a.match.band) - BANDS.indexOf(b.match.band) ||
    b.match.score - a.match.score ||
    compareText(a.listing.list, b.listing.list) ||
    compareText(a.listing.ref, b.listing.ref)
  );
}

/** By code unit, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
