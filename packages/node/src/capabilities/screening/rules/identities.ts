import type { Evidence } from '@entente/contracts/screening';
import type { Match, MatchQuery } from '@entente/matching';
import type { AlertMet, KeptAlert } from '../model/alert.ts';
import { bandRank } from './candidates.ts';

/** A match with one identity of an alert. */
export interface IdentityMatch {
  place: number;
  match: Match;
}

/** From this likeness on a name speaks for a person; below, it is shown and speaks for nobody. */
const AGREEING_NAME = 0.8;

/**
 * What the matches of one alert's identities amount to. The score is that of the best identity alone. What only another
 * identity can explain (a document, a name, a birth date) is put beside it, and the identity named: evidence that mixes
 * identities says so, and never scores as if one identity had it all. A misused identity that is met as well as the best is
 * named too: who stands there may be its victim.
 */
export function combineIdentities(alert: KeptAlert, matches: IdentityMatch[], query: MatchQuery): AlertMet {
  const [best, ...others] = matches.toSorted(better) as [IdentityMatch, ...IdentityMatch[]];
  const evidence: Evidence[] = [...best.match.evidence];
  const about = [best.place];
  for (const { place, match } of others) {
    const more = match.evidence.filter((piece) => speaksFor(piece) && !evidence.some((held) => isLike(held, piece)));
    if (more.length === 0 && !(isMisused(alert, place) && match.band === best.match.band)) continue;
    evidence.push(...more);
    about.push(place);
  }
  for (const { place, piece } of strayBirthDates(alert, query, evidence)) {
    evidence.push(piece);
    if (!about.includes(place)) about.push(place);
  }
  return { alert, score: best.match.score, band: best.match.band, evidence, about };
}

/** Only what ties somebody to an identity by itself. */
function speaksFor(piece: Evidence): boolean {
  if (piece.kind === 'document') return piece.verdict === 'matches';
  return piece.kind === 'name' && piece.score >= AGREEING_NAME;
}

/** Evidence of that kind is there already and speaks as clearly. */
function isLike(held: Evidence, piece: Evidence): boolean {
  return held.kind === piece.kind && speaksFor(held);
}

function isMisused({ statuses }: KeptAlert, place: number): boolean {
  return statuses[place] === 'misused';
}

/** A birth date that contradicts the identity met and is that of another one of the same alert. */
function* strayBirthDates(
  { birthDates }: KeptAlert,
  { birthDate }: MatchQuery,
  evidence: Evidence[],
): Generator<{ place: number; piece: Evidence }> {
  const contradicted = evidence.some(({ kind, ...piece }) => kind === 'birth-date' && isContradiction(piece));
  if (!contradicted || birthDate === undefined) return;
  for (const [place, dates] of (birthDates ?? []).entries()) {
    const listed = dates.filter((date) => date.startsWith(birthDate) || birthDate.startsWith(date));
    if (listed.length === 0) continue;
    yield { place, piece: { kind: 'birth-date', verdict: 'matches', query: birthDate, listed } };
    return;
  }
}

function isContradiction(piece: object): boolean {
  return 'verdict' in piece && piece.verdict === 'contradicts';
}

function better(a: IdentityMatch, b: IdentityMatch): number {
  return bandRank(a.match.band) - bandRank(b.match.band) || b.match.score - a.match.score || a.place - b.place;
}
