import { alignTokens, type Similarity } from '../names/alignment.ts';
import { tokenSimilarity } from '../names/similarity.ts';
import type { Token } from '../names/token.ts';
import type { Subjects } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Names of one subject that are worth a full comparison. */
const MOST_NAMES = 3;

/** The most promising names of a subject, best first, and the best score among them. */
export interface Refined {
  score: number;
  names: number[];
}

/**
 * Scores names of a subject from their kept tokens, without reading the record: what the full
 * comparison will say but for letters that sound alike. Names that a script writes without spaces
 * are left to the full comparison.
 */
export function refineNames(
  queries: Token[][],
  similarity: Similarity,
  ordinal: number,
  names: number[],
  subjects: Subjects,
  vocabulary: Vocabulary,
): Refined {
  const scored: { name: number; score: number }[] = [];
  const run = subjects.runs;
  const start = subjects.nameRun(ordinal);
  let at = start + 1;
  for (let name = 0; name < run[start]!; name++) {
    const length = run[at++]!;
    if (names.includes(name)) {
      scored.push({ name, score: scoreName(queries, listedName(run, at, length, vocabulary), similarity) });
    }
    at += length;
  }
  scored.sort((a, b) => b.score - a.score || a.name - b.name);
  return { score: scored[0]?.score ?? 0, names: scored.slice(0, MOST_NAMES).map(({ name }) => name) };
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

function scoreName(queries: Token[][], { tokens: listed, parted }: ListedName, similarity: Similarity): number {
  let best = 0;
  for (const query of queries) {
    const unspaced = query.length === 1 ? parted : query.some((token) => token.whole) && listed.length === 1;
    if (unspaced) return 1;
    best = Math.max(best, alignTokens(query, listed, similarity).score);
  }
  return best;
}
