import { PRESENCE } from './costs.ts';
import { exchangeOf } from './exchanges.ts';
import { LONGEST_FORM, SOUNDS } from './fold.ts';
import type { Form, Vowels } from './form.ts';
import { letterOf } from './letters.ts';
import { placeOf } from './places.ts';
import { type PricedExchange, UNIT } from './prices.ts';

export type { Form, Vowels } from './form.ts';

const SIZE = SOUNDS.length;
const WIDTH = LONGEST_FORM + 1;

/** No sound. */
const NONE = -1;

/** Three rows of the distance table, reused: the comparison is synchronous and makes no garbage. */
const rows = [new Int32Array(WIDTH), new Int32Array(WIDTH), new Int32Array(WIDTH)];

const rightCosts = new Int32Array(LONGEST_FORM);

/** A form from its sounds, see `foldSounds`. */
export function makeForm(codes: Uint8Array, vowels: Vowels): Form {
  const placed = new Uint8Array(codes.length);
  let weight = 0;
  let letters = 0;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    weight += PRESENCE[code]!;
    letters |= letterOf(code);
    placed[at] = placeOf(codes, at) * SIZE + code;
  }
  return { codes, placed, letters: letters >>> 0, weight, vowels };
}

/**
 * How alike two forms sound, 0 to 1: one less the weighted distance (optimal string alignment) over
 * the weight of the heavier form. Symmetric; 1 only for equal forms. What cannot reach `least` may come out as 0.
 */
export function formSimilarity(left: Form, right: Form, least = 0): number {
  const weight = Math.max(left.weight, right.weight, 1);
  const farthest = (1 - least) * weight * UNIT;
  const exchange = exchangeOf(left.vowels, right.vowels);
  return Math.max(0, 1 - distance(left, right, exchange, farthest) / (weight * UNIT));
}

/** The distance, or infinity as soon as it is sure to lie beyond `farthest`. Without branches in the innermost loop: see `least`. */
function distance(left: Form, right: Form, exchange: PricedExchange, farthest: number): number {
  const { substitution, swap } = exchange;
  const a = left.codes;
  const b = right.codes;
  const [height, width] = [a.length, b.length];
  for (let j = 0; j < width; j++) rightCosts[j] = exchange.right[right.placed[j]!]!;
  let [before, above, here] = rows as [Int32Array, Int32Array, Int32Array];
  above[0] = 0;
  for (let j = 1; j <= width; j++) above[j] = above[j - 1]! + rightCosts[j - 1]!;
  let lowestAbove = 0;
  let previous = NONE;
  for (let i = 1; i <= height; i++) {
    const from = a[i - 1]!;
    const row = from * SIZE;
    const ending = i === height ? exchange.last : substitution;
    const dropped = exchange.left[left.placed[i - 1]!]!;
    let diagonal = above[0]!;
    let cost = (diagonal + dropped) | 0;
    here[0] = cost;
    let lowest = cost;
    let beside = NONE;
    for (let j = 1; j <= width; j++) {
      const to = b[j - 1]!;
      const over = above[j]!;
      const put = (j === width ? ending : substitution)[row + to]!;
      cost = least(least((diagonal + put) | 0, (over + dropped) | 0), (cost + rightCosts[j - 1]!) | 0);
      if (from === beside && to === previous && from !== to) cost = least(cost, (before[j - 2]! + swap) | 0);
      here[j] = cost;
      lowest = least(lowest, cost);
      diagonal = over;
      beside = to;
    }
    // A swap reaches over one row, so two rows must lie beyond.
    if (lowest > farthest && lowestAbove > farthest) return Number.POSITIVE_INFINITY;
    lowestAbove = lowest;
    previous = from;
    [before, above, here] = [above, here, before];
  }
  return above[width]!;
}

/** The smaller of two whole numbers; which it is nobody can foresee, so that a branch would cost more than these four steps. */
function least(one: number, other: number): number {
  const difference = (other - one) | 0;
  return (one + (difference & (difference >> 31))) | 0;
}
