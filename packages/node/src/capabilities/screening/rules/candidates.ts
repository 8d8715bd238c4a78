import type { Candidate } from '@entente/contracts/screening';
import type { AnsweringList, BandCounts, Found } from '../model/found.ts';
import { type Actions, actionOf, askFor } from './actions.ts';

/** More than these an officer at a counter does not read. */
export const MOST_CANDIDATES = 10;

const BANDS: Candidate['band'][] = ['exact-document', 'strong', 'possible'];

/** Entries of lists: exact documents first, then strong, then possible; within a band by score; ties by list and reference. */
export function orderFound(found: Found[]): Found[] {
  return found.toSorted(compareFound).slice(0, MOST_CANDIDATES);
}

/**
 * The order at the desk: band, then the gravest action, then the better score, then what names it on every node. At most ten; several states'
 * alerts on one person all show, the one that asks for most first.
 */
export function orderCandidates(candidates: Candidate[], actions: Actions): Candidate[] {
  const rank = ({ action }: Candidate) => actionOf(action, actions).order;
  return candidates
    .toSorted(
      (a, b) =>
        bandRank(a.band) - bandRank(b.band) ||
        rank(a) - rank(b) ||
        b.score - a.score ||
        compareText(placeOf(a), placeOf(b)),
    )
    .slice(0, MOST_CANDIDATES);
}

/** What equals are ordered by: an alert's key names it on this node alone, its reference names it on every node. */
function placeOf({ key, source }: Candidate): string {
  return source.kind === 'alert' ? `alert/${source.owner}/${source.reference}` : key;
}

/** What the officer sees of an entry of a list: the evidence, and what to do on which legal basis. */
export function listCandidate({ listing, match }: Found, list: AnsweringList, actions: Actions): Candidate {
  const { ref, citation, kind, name, programmes, corrections } = listing;
  return {
    key: `list/${list.id}/${ref}`,
    source: {
      kind: 'list',
      list: list.id,
      ref,
      ...(citation !== undefined && { citation }),
      names: list.names,
      legalBasis: list.legalBasis,
      programmes,
      ...(corrections && { corrections }),
    },
    kind,
    name,
    score: match.score,
    band: match.band,
    evidence: match.evidence,
    identities: ['confirmed'],
    ...askFor(list.action, actions),
    caution: 'list-never-detains',
  };
}

export function countBands(candidates: Pick<Candidate, 'band'>[]): BandCounts {
  const counts: BandCounts = { 'exact-document': 0, strong: 0, possible: 0 };
  for (const { band } of candidates) counts[band] += 1;
  return counts;
}

/** `exact-document` is 0. */
export function bandRank(band: Candidate['band']): number {
  return BANDS.indexOf(band);
}

function compareFound(a: Found, b: Found): number {
  return (
    bandRank(a.match.band) - bandRank(b.match.band) ||
    b.match.score - a.match.score ||
    compareText(a.listing.list, b.listing.list) ||
    compareText(a.listing.ref, b.listing.ref)
  );
}

/** By code unit, the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
