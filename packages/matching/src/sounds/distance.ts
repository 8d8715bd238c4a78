import { PRESENCE } from './costs.ts';
import { exchangeOf } from './exchanges.ts';
import { LONGEST_FORM, SOUNDS } from './fold.ts';
import type { Form, Vowels } from './form.ts';
import { placeOf } from './places.ts';

export type { Form, Vowels } from './form.ts';

const SIZE = SOUNDS.length;
const WIDTH = LONGEST_FORM + 1;

/** No sound. */
const NONE = -1;

/** Three rows of the distance table, reused: the comparison is synchronous and makes no garbage. */
const rows = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float64Array(WIDTH)];

const leftPlaces = new Float64Array(LONGEST_FORM);
const rightPlaces = new Float64Array(LONGEST_FORM);

/** A form from its sounds, see `foldSounds`. */
export function makeForm(codes: Uint8Array, vowels: Vowels): Form {
  let weight = 0;
  for (const code of codes) weight += PRESENCE[code]!;
  return { codes, weight, vowels };
}

/**
 * How alike two forms sound, 0 to 1: one less the weighted distance (optimal string alignment) over
 * the weight of the heavier form. Symmetric; 1 only for equal forms. What cannot reach `least` may come out as 0.
 */
export function formSimilarity(left: Form, right: Form, least = 0): number {
  const weight = Math.max(left.weight, right.weight, 1);
  return Math.max(0, 1 - distance(left, right, (1 - least) * weight) / weight);
}

/** The distance, or infinity as soon as it is sure to lie beyond `farthest`. */
function distance(left: Form, right: Form, farthest: number): number {
  const exchange = exchangeOf(left.vowels, right.vowels);
  const { substitution, swap } = exchange;
  const a = left.codes;
  const b = right.codes;
  const [height, width] = [a.length, b.length];
  const leftCost = weighPlaces(leftPlaces, a, exchange.left);
  const rightCost = weighPlaces(rightPlaces, b, exchange.right);
  let [before, above, here] = rows as [Float64Array, Float64Array, Float64Array];
  above[0] = 0;
  for (let j = 1; j <= width; j++) above[j] = above[j - 1]! + rightCost[j - 1]!;
  let lowestAbove = 0;
  let previous = NONE;
  for (let i = 1; i <= height; i++) {
    const from = a[i - 1]!;
    const row = from * SIZE;
    const ending = i === height ? exchange.last : substitution;
    const dropped = leftCost[i - 1]!;
    let within = above[0]! + dropped;
    here[0] = within;
    let lowest = within;
    let beside = NONE;
    let diagonal = above[0]!;
    for (let j = 1; j <= width; j++) {
      const to = b[j - 1]!;
      const over = above[j]!;
      let cost = diagonal + (j === width ? ending : substitution)[row + to]!;
      if (over + dropped < cost) cost = over + dropped;
      within += rightCost[j - 1]!;
      if (within < cost) cost = within;
      if (from === beside && to === previous && from !== to && before[j - 2]! + swap < cost)
        cost = before[j - 2]! + swap;
      here[j] = cost;
      within = cost;
      diagonal = over;
      beside = to;
      if (cost < lowest) lowest = cost;
    }
    // A swap reaches over one row, so two rows must lie beyond.
    if (lowest > farthest && lowestAbove > farthest) return Number.POSITIVE_INFINITY;
    lowestAbove = lowest;
    previous = from;
    [before, above, here] = [above, here, before];
  }
  return above[width]!;
}

/** What each sound of a form costs where the other form lacks it. */
function weighPlaces(costs: Float64Array, codes: Uint8Array, presence: Float32Array): Float64Array {
  for (let at = 0; at < codes.length; at++) costs[at] = presence[placeOf(codes, at) * SIZE + codes[at]!]!;
  return costs;
}
