import { joinPairs } from './joins.ts';
import type { Placed } from './placed.ts';
import { scorePlacing } from './score.ts';
import { ALIKE, isInitialOf } from './similarity.ts';
import type { Token } from './token.ts';

export type Similarity = (query: Token, listed: Token) => number;

/** From here on a single placing leaves nothing for a join to better. */
const CLOSE = 0.95;
const INITIAL = 0.8;

/** What is a particle in one name and a name in the other must sound nearly the same. */
const ROLES_APART = 0.9;

/** God's name begins like the article, and is none. */
const GOD = /^ال+[هہ]$/u;

/** Tokens placed, and what the placing scores. */
export interface Alignment {
  placed: Placed[];
  score: number;
}

/**
 * Places the tokens of two names against each other, whatever their order: first the most alike,
 * runs written as one word on the other side among them; then particles, which a run may have
 * needed, and initials; what is left on both sides contradicts, what is left on one was omitted.
 * A word that both names have may take a part of a run away (`عارف الله عارف`, Arefullah Aref), so that
 * the runs are tried first too, and the better placing counts.
 */
export function alignTokens(query: Token[], listed: Token[], similarity: Similarity): Alignment {
  const pairs = likePairs(query, listed, similarity);
  const joins = needsJoins(query, listed, pairs) ? joinPairs(query, listed) : NONE;
  const names: Placed[] = [];
  const particles: Placed[] = [];
  for (const pair of pairs) (query[pair.query[0]!]!.role === 'particle' ? particles : names).push(pair);
  names.sort(moreAlike);
  particles.sort(moreAlike);
  if (joins.length === 0) return placeInOrder(query, listed, similarity, [names, particles]);
  const mixed = placeInOrder(query, listed, similarity, [[...names, ...joins].sort(moreAlike), particles]);
  const joined = placeInOrder(query, listed, similarity, [joins.sort(moreAlike), names, particles]);
  return joined.score > mixed.score ? joined : mixed;
}

const NONE: Placed[] = [];

function placeInOrder(query: Token[], listed: Token[], similarity: Similarity, order: Placed[][]): Alignment {
  const placing: Placing = {
    placed: [],
    usedQuery: new Array<boolean>(query.length).fill(false),
    usedListed: new Array<boolean>(listed.length).fill(false),
  };
  for (const pairs of order) take(placing, pairs);
  take(placing, initialPairs(query, listed));
  take(placing, unlikePairs(query, listed, placing, similarity));
  const { placed, usedQuery, usedListed } = placing;
  for (let at = 0; at < query.length; at++)
    if (!usedQuery[at]) placed.push({ query: [at], listed: NOWHERE, how: 'extra', similarity: 0 });
  for (let at = 0; at < listed.length; at++)
    if (!usedListed[at]) placed.push({ query: NOWHERE, listed: [at], how: 'absent', similarity: 0 });
  return { placed, score: scorePlacing(placed, query, listed) };
}

const NOWHERE: number[] = [];

/** What is placed so far, and which tokens it used up. */
interface Placing {
  placed: Placed[];
  usedQuery: boolean[];
  usedListed: boolean[];
}

/** Takes those of the pairs whose tokens are all free. */
function take({ placed, usedQuery, usedListed }: Placing, pairs: Placed[]): void {
  for (const pair of pairs) {
    if (isUsed(pair.query, usedQuery) || isUsed(pair.listed, usedListed)) continue;
    for (const at of pair.query) usedQuery[at] = true;
    for (const at of pair.listed) usedListed[at] = true;
    placed.push(pair);
  }
}

function isUsed(places: number[], used: boolean[]): boolean {
  for (const at of places) if (used[at]) return true;
  return false;
}

function likePairs(query: Token[], listed: Token[], similarity: Similarity): Placed[] {
  const pairs: Placed[] = [];
  for (let at = 0; at < query.length; at++) {
    const asked = query[at]!;
    for (let place = 0; place < listed.length; place++) {
      const held = listed[place]!;
      const apart = asked.role !== held.role;
      if (apart && (asked.role === 'initial' || held.role === 'initial')) continue;
      if (apart && (GOD.test(asked.text) || GOD.test(held.text))) continue;
      const alike = similarity(asked, held);
      if (alike < (apart ? ROLES_APART : ALIKE)) continue;
      pairs.push({ query: [at], listed: [place], how: 'alike', similarity: alike });
    }
  }
  return pairs;
}

/** Joins are tried only where singles leave something open on both sides, or fit badly. */
function needsJoins(query: Token[], listed: Token[], pairs: Placed[]): boolean {
  if (query.length === listed.length && query.length === 1) return false;
  const shorter = Math.min(query.length, listed.length);
  return countMet(pairs, 'query') < shorter || countMet(pairs, 'listed') < shorter;
}

/** How many tokens of a side have one close to them. */
function countMet(pairs: Placed[], side: 'query' | 'listed'): number {
  let met = 0;
  for (let at = 0; at < pairs.length; at++) if (pairs[at]!.similarity > CLOSE && !isMetBefore(pairs, at, side)) met++;
  return met;
}

function isMetBefore(pairs: Placed[], at: number, side: 'query' | 'listed'): boolean {
  const place = pairs[at]![side][0];
  for (let before = 0; before < at; before++)
    if (pairs[before]!.similarity > CLOSE && pairs[before]![side][0] === place) return true;
  return false;
}

function initialPairs(query: Token[], listed: Token[]): Placed[] {
  if (!query.some(isInitial) && !listed.some(isInitial)) return NONE;
  const pairs: Placed[] = [];
  for (const [at, asked] of query.entries()) {
    for (const [place, held] of listed.entries()) {
      const [initial, name] = isInitial(asked) ? [asked, held] : [held, asked];
      if (!isInitial(initial) || name.role !== 'name' || !isInitialOf(initial, name)) continue;
      pairs.push({ query: [at], listed: [place], how: 'initial', similarity: INITIAL });
    }
  }
  return pairs;
}

function isInitial({ role }: Token): boolean {
  return role === 'initial';
}

/** What is left on both sides, particles apart: placed against each other, most alike first. */
function unlikePairs(
  query: Token[],
  listed: Token[],
  { usedQuery, usedListed }: Placing,
  similarity: Similarity,
): Placed[] {
  const pairs: Placed[] = [];
  for (let at = 0; at < query.length; at++) {
    const asked = query[at]!;
    if (usedQuery[at] || asked.role === 'particle') continue;
    for (let place = 0; place < listed.length; place++) {
      const held = listed[place]!;
      if (usedListed[place] || held.role === 'particle') continue;
      const alike = asked.role === held.role ? Math.min(similarity(asked, held), ALIKE) : 0;
      pairs.push({ query: [at], listed: [place], how: 'differs', similarity: alike });
    }
  }
  return pairs.sort(moreAlike);
}

/** Most alike first, longer runs before shorter, then nearest to the same place, so that the order never depends on the side. */
function moreAlike(a: Placed, b: Placed): number {
  return (
    b.similarity - a.similarity ||
    b.query.length + b.listed.length - a.query.length - a.listed.length ||
    distance(a) - distance(b) ||
    a.query[0]! + a.listed[0]! - b.query[0]! - b.listed[0]! ||
    a.query[0]! - b.query[0]!
  );
}

function distance(pair: Placed): number {
  return Math.abs(pair.query[0]! - pair.listed[0]!);
}
