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
  const joins = needsJoins(query, listed, pairs) ? joinPairs(query, listed) : [];
  const isParticle = (pair: Placed) => query[pair.query[0]!]!.role === 'particle';
  const names = pairs.filter((pair) => !isParticle(pair));
  const particles = pairs.filter(isParticle).sort(moreAlike);
  if (joins.length === 0) return placeInOrder(query, listed, similarity, [...names.sort(moreAlike), ...particles]);
  const mixed = placeInOrder(query, listed, similarity, [...names.concat(joins).sort(moreAlike), ...particles]);
  const joinsFirst = [...joins.sort(moreAlike), ...names.sort(moreAlike), ...particles];
  const joined = placeInOrder(query, listed, similarity, joinsFirst);
  return joined.score > mixed.score ? joined : mixed;
}

function placeInOrder(query: Token[], listed: Token[], similarity: Similarity, order: Placed[]): Alignment {
  const usedQuery = new Array<boolean>(query.length).fill(false);
  const usedListed = new Array<boolean>(listed.length).fill(false);
  const placed: Placed[] = [];
  const take = (candidate: Placed) => {
    if (candidate.query.some((at) => usedQuery[at]) || candidate.listed.some((at) => usedListed[at])) return;
    for (const at of candidate.query) usedQuery[at] = true;
    for (const at of candidate.listed) usedListed[at] = true;
    placed.push(candidate);
  };
  for (const pair of order) take(pair);
  for (const pair of initialPairs(query, listed)) take(pair);
  for (const pair of unlikePairs(query, listed, usedQuery, usedListed, similarity)) take(pair);
  for (const at of query.keys())
    if (!usedQuery[at]) placed.push({ query: [at], listed: [], how: 'extra', similarity: 0 });
  for (const at of listed.keys())
    if (!usedListed[at]) placed.push({ query: [], listed: [at], how: 'absent', similarity: 0 });
  return { placed, score: scorePlacing(placed, query, listed) };
}

function likePairs(query: Token[], listed: Token[], similarity: Similarity): Placed[] {
  const pairs: Placed[] = [];
  for (const [at, asked] of query.entries()) {
    for (const [place, held] of listed.entries()) {
      if (asked.role !== held.role && (asked.role === 'initial' || held.role === 'initial')) continue;
      const apart = asked.role !== held.role;
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
  for (const [at, pair] of pairs.entries()) {
    const isAgain = pairs.some(
      (other, before) => before < at && other.similarity > CLOSE && other[side][0] === pair[side][0],
    );
    if (pair.similarity > CLOSE && !isAgain) met++;
  }
  return met;
}

function initialPairs(query: Token[], listed: Token[]): Placed[] {
  const pairs: Placed[] = [];
  for (const [at, asked] of query.entries()) {
    for (const [place, held] of listed.entries()) {
      const [initial, name] = asked.role === 'initial' ? [asked, held] : [held, asked];
      if (initial.role !== 'initial' || name.role !== 'name' || !isInitialOf(initial, name)) continue;
      pairs.push({ query: [at], listed: [place], how: 'initial', similarity: INITIAL });
    }
  }
  return pairs;
}

/** What is left on both sides, particles apart: placed against each other, most alike first. */
function unlikePairs(
  query: Token[],
  listed: Token[],
  usedQuery: boolean[],
  usedListed: boolean[],
  similarity: Similarity,
): Placed[] {
  const pairs: Placed[] = [];
  for (const [at, asked] of query.entries()) {
    if (usedQuery[at] || asked.role === 'particle') continue;
    for (const [place, held] of listed.entries()) {
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
