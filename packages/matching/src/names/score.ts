import type { Placed } from './placed.ts';
import type { Token } from './token.ts';

/** How much a token left out on one side weighs against the match, as a share of its weight. */
export const OMITTED = 0.22;

/** One name alone, where either side gives more, is thin evidence. */
const ONE_NAME_ALONE = 0.86;

/** A name that is one sound meets another spelling of it by chance. */
const ONE_SOUND = 0.5;

/** From here on a similarity counts in full; from there down it falls as its square, and below as its fourth power. */
const FULL = 0.86;
const WEAK = 0.75;

/** The score of a placing, 0 to 1: the weight that agrees over the weight that was compared. */
export function scorePlacing(placed: Placed[], query: Token[], listed: Token[]): number {
  let agreed = 0;
  let compared = 0;
  let names = 0;
  let open = 0;
  for (const { query: asked, listed: held, how, similarity } of placed) {
    const weight = weightOf(asked, query, held, listed);
    if (how === 'extra' || how === 'absent') {
      compared += weight * OMITTED;
      if ((query[asked[0]!] ?? listed[held[0]!])!.role === 'name') open++;
      continue;
    }
    compared += weight;
    agreed += weight * worth(similarity);
    if (how !== 'initial') names += nameCount(asked, query, held, listed);
  }
  if (compared === 0 || names === 0) return 0;
  const score = isBareVowel(query, listed) ? (agreed / compared) * ONE_SOUND : agreed / compared;
  return names === 1 && open > 0 ? score * ONE_NAME_ALONE : score;
}

/** Whether nothing but one sound is compared with another writing of it: `аааа` with A. */
function isBareVowel([asked, more]: Token[], [held, further]: Token[]): boolean {
  if (!asked || !held || more || further || asked.text === held.text) return false;
  return asked.sounds[0]!.length === 1 || held.sounds[0]!.length === 1;
}

function weightOf(asked: number[], query: Token[], held: number[], listed: Token[]): number {
  const left = sum(asked, query);
  const right = sum(held, listed);
  if (left === 0) return right;
  return right === 0 ? left : (left + right) / 2;
}

function sum(places: number[], tokens: Token[]): number {
  let weight = 0;
  for (const at of places) weight += tokens[at]!.weight;
  return weight;
}

/** Names that a pair stands for: a run of two joined names counts as two. */
function nameCount(asked: number[], query: Token[], held: number[], listed: Token[]): number {
  return Math.max(countNames(asked, query), countNames(held, listed));
}

function countNames(places: number[], tokens: Token[]): number {
  let count = 0;
  for (const at of places) if (tokens[at]!.role === 'name') count++;
  return count;
}

/** What a similarity is worth: itself when high; less and less where tokens are merely not unlike. */
export function worth(similarity: number): number {
  if (similarity >= FULL) return similarity;
  const falling = similarity ** 2 / FULL;
  return similarity >= WEAK ? falling : falling * (similarity / WEAK) ** 2;
}
