import { alignTokens, type Similarity } from '../names/alignment.ts';
import { mayJoin } from '../names/joins.ts';
import { tokenSimilarity } from '../names/similarity.ts';
import type { Token } from '../names/token.ts';
import type { Subjects } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Names of one subject that are worth a full comparison. */
const MOST_NAMES = 3;

/** Kept tokens do not know their letters, so that their scores may be this much too low. */
const SAME_LETTERS = 0.011;

/** What of a way to write the name may still be better than its estimate says, before it is left out. */
const SLACK = 0.12;

/** Ways to write the name this much worse than the best, by kept tokens, are not the best by their letters. */
const LETTERS = 0.25;

/** A name of a subject worth comparing in full. */
export interface Comparable {
  place: number;
  /** With which of the query's names; all unless told. */
  asked?: number[];
  /** What it may score at most; not known of names that only the full comparison can read. */
  most?: number;
}

/** The most promising names of a subject, best first, and what the best of them may score at most. */
export interface Refined {
  most: number;
  names: Comparable[];
}

/** What a query's names are compared by: their tokens, and how alike tokens are. */
export interface Asked {
  names: Token[][];
  similarity: Similarity;
}

/**
 * Scores names of a subject from their kept tokens, without reading the record: what the full
 * comparison will say but for letters that sound alike. Names that a script writes without spaces
 * are left to the full comparison. `estimates`: of each of the query's names with each of the subject's, where there are several.
 */
export function refineNames(
  asked: Asked,
  ordinal: number,
  names: number[],
  subjects: Subjects,
  vocabulary: Vocabulary,
  estimates: readonly (readonly number[])[] | undefined,
): Refined {
  const scored: Scored[] = [];
  const run = subjects.runs;
  const start = subjects.nameRun(ordinal);
  let at = start + 1;
  for (let place = 0; place < run[start]!; place++) {
    const length = run[at++]!;
    if (names.includes(place)) {
      const listed = listedName(run, at, length, vocabulary);
      const ofPlace = estimates?.map((one) => one[place]!);
      scored.push({ place, ...scoreName(asked, listed, ofPlace) });
    }
    at += length;
  }
  scored.sort((a, b) => b.score - a.score || a.place - b.place);
  const isSure = !asked.names.some(isReadAnew);
  return {
    most: mostOf(scored[0]?.score ?? 0),
    names: scored.slice(0, MOST_NAMES).map(({ score, ...name }) => (isSure ? { ...name, most: mostOf(score) } : name)),
  };
}

type Scored = Omit<Comparable, 'most'> & { score: number };

function mostOf(score: number): number {
  return Math.min(1, score + SAME_LETTERS);
}

/** Whether the full comparison may read a name otherwise than its kept tokens: as one word, or by its characters. */
function isReadAnew(name: Token[]): boolean {
  return mayBeOneWord(name) || name.some(({ script }) => script === 'han');
}

/** `tokenSimilarity` that remembers, for one search: its candidates have the same few names among them. */
export function rememberingSimilarity(): Similarity {
  const known = new Map<Token, Map<Token, number>>();
  return (asked, held) => {
    let row = known.get(asked);
    if (!row) {
      row = new Map();
      known.set(asked, row);
    }
    let similarity = row.get(held);
    if (similarity === undefined) {
      similarity = tokenSimilarity(asked, held);
      row.set(held, similarity);
    }
    return similarity;
  };
}

/** A kept name: its tokens, and whether one of them was parted from a word that its script writes as one. */
interface ListedName {
  tokens: Token[];
  parted: boolean;
}

function listedName(run: Int32Array, from: number, length: number, { tokens }: Vocabulary): ListedName {
  const listed: ListedName = { tokens: [], parted: false };
  for (let at = from; at < from + length; at++) {
    listed.tokens.push(tokens.read(run[at]!));
    listed.parted ||= tokens.isParted(run[at]!);
  }
  return listed;
}

/** The best score of any of the query's names, the most promising first; and which may be the best in full. */
function scoreName(
  { names, similarity }: Asked,
  { tokens: listed, parted }: ListedName,
  estimates: number[] | undefined,
): { score: number; asked?: number[] } {
  for (const name of names) if (isUnspaced(name, listed, parted)) return { score: 1 };
  if (!estimates) return { score: Math.max(0, ...names.map((name) => alignTokens(name, listed, similarity).score)) };
  const scores: { at: number; score: number }[] = [];
  let best = 0;
  for (const at of [...names.keys()].sort((a, b) => estimates[b]! - estimates[a]!)) {
    if (estimates[at]! + SLACK < best && !mayBeWorthMore(names[at]!, listed)) continue;
    const { score } = alignTokens(names[at]!, listed, similarity);
    scores.push({ at, score });
    best = Math.max(best, score);
  }
  const near = scores
    .filter(({ at, score }) => score >= best - LETTERS || mayBeOneWord(names[at]!))
    .map(({ at }) => at);
  return { score: best, asked: near.sort((a, b) => a - b) };
}

/** Estimates know no listed words that are one in the query, and no name that is read as one word. */
function mayBeWorthMore(name: Token[], listed: Token[]): boolean {
  return mayBeOneWord(name) || (name.length < listed.length && mayJoin(listed, name));
}

/** Whether the full comparison may read a name as one word, since its script parts none. */
function mayBeOneWord(name: Token[]): boolean {
  return name.some((token) => token.whole);
}

function isUnspaced(name: Token[], listed: Token[], parted: boolean): boolean {
  return name.length === 1 ? parted : mayBeOneWord(name) && listed.length === 1;
}
