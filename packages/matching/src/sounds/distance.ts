import { PRESENCE, PRESENCE_UNWRITTEN, SUBSTITUTION, SUBSTITUTION_UNWRITTEN } from './costs.ts';
import { LONGEST_FORM, SOUNDS } from './fold.ts';

/** One way a word sounds. `unwritten`: its script leaves short vowels out. */
export interface Form {
  /** Indices into `SOUNDS`. */
  codes: Uint8Array;
  /** The sum of what its sounds weigh. */
  weight: number;
  unwritten: boolean;
}

const SIZE = SOUNDS.length;
const WIDTH = LONGEST_FORM + 1;
const TRANSPOSED = 0.5;

/** Three rows of the distance table, reused: the comparison is synchronous and makes no garbage. */
const rows = [new Float64Array(WIDTH), new Float64Array(WIDTH), new Float64Array(WIDTH)];

/** A form from its sounds, see `foldSounds`. */
export function makeForm(codes: Uint8Array, unwritten: boolean): Form {
  let weight = 0;
  for (const code of codes) weight += PRESENCE[code]!;
  return { codes, weight, unwritten };
}

/**
 * How alike two forms sound, 0 to 1: one less the weighted distance (optimal string alignment) over
 * the weight of the heavier form. Symmetric; 1 only for equal forms.
 */
export function formSimilarity(left: Form, right: Form): number {
  const loose = left.unwritten !== right.unwritten;
  const weight = Math.max(left.weight, right.weight, 1);
  return Math.max(0, 1 - distance(left, right, loose) / weight);
}

function distance(left: Form, right: Form, loose: boolean): number {
  const substitution = loose ? SUBSTITUTION_UNWRITTEN : SUBSTITUTION;
  const leftCost = loose && right.unwritten ? PRESENCE_UNWRITTEN : PRESENCE;
  const rightCost = loose && left.unwritten ? PRESENCE_UNWRITTEN : PRESENCE;
  const a = left.codes;
  const b = right.codes;
  let [before, above, here] = rows as [Float64Array, Float64Array, Float64Array];
  above[0] = 0;
  for (let j = 1; j <= b.length; j++) above[j] = above[j - 1]! + rightCost[b[j - 1]!]!;
  for (let i = 1; i <= a.length; i++) {
    const from = a[i - 1]!;
    const dropped = leftCost[from]!;
    here[0] = above[0]! + dropped;
    for (let j = 1; j <= b.length; j++) {
      const to = b[j - 1]!;
      let cost = above[j - 1]! + substitution[from * SIZE + to]!;
      const without = above[j]! + dropped;
      if (without < cost) cost = without;
      const within = here[j - 1]! + rightCost[to]!;
      if (within < cost) cost = within;
      if (i > 1 && j > 1 && from === b[j - 2] && to === a[i - 2] && from !== to) {
        const swapped = before[j - 2]! + TRANSPOSED;
        if (swapped < cost) cost = swapped;
      }
      here[j] = cost;
    }
    [before, above, here] = [above, here, before];
  }
  return above[b.length]!;
}
