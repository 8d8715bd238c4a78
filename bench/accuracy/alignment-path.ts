import type { Exchange } from '@entente/matching/sounds/exchange';
import { LONGEST_FORM, SOUNDS } from '@entente/matching/sounds/fold';
import type { Form } from '@entente/matching/sounds/form';
import { placeOf } from '@entente/matching/sounds/places';

export const SIZE = SOUNDS.length;
const WIDTH = LONGEST_FORM + 1;

const costs = new Float64Array(WIDTH * WIDTH);
const moves = new Uint8Array(WIDTH * WIDTH);

const PUT = 0;
const LEFT_ONLY = 1;
const RIGHT_ONLY = 2;
const SWAP = 3;

/** What one step of an alignment is charged to: a table of the exchange, and the place in it. */
export interface Charge {
  table: 'substitution' | 'last' | 'left' | 'right';
  at: number;
}

/** How alike two forms are under these costs, as `formSimilarity` says it but without its floor of 0. */
export function similarityUnder(exchange: Exchange, left: Form, right: Form): number {
  return 1 - fill(exchange, left.codes, right.codes) / heavier(left, right);
}

export function heavier(left: Form, right: Form): number {
  return Math.max(left.weight, right.weight, 1);
}

/** The steps of the cheapest alignment that cost something, swaps apart. */
export function chargesOf(exchange: Exchange, { codes: a }: Form, { codes: b }: Form): Charge[] {
  fill(exchange, a, b);
  const charges: Charge[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const move = moves[i * WIDTH + j]!;
    if (move === PUT) {
      const table = i === a.length && j === b.length ? 'last' : 'substitution';
      if (a[i - 1] !== b[j - 1]) charges.push({ table, at: a[i - 1]! * SIZE + b[j - 1]! });
    } else if (move === LEFT_ONLY) charges.push({ table: 'left', at: placeOf(a, i - 1) * SIZE + a[i - 1]! });
    else if (move === RIGHT_ONLY) charges.push({ table: 'right', at: placeOf(b, j - 1) * SIZE + b[j - 1]! });
    const step = move === SWAP ? 2 : 1;
    if (move !== RIGHT_ONLY) i -= step;
    if (move !== LEFT_ONLY) j -= step;
  }
  return charges;
}

/** The whole table of distances, with the move that reaches each place. */
function fill({ substitution, last, left, right, swap }: Exchange, a: Uint8Array, b: Uint8Array): number {
  costs[0] = 0;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 && j === 0) continue;
      let best = Number.POSITIVE_INFINITY;
      let move = PUT;
      const consider = (cost: number, by: number) => {
        if (cost >= best) return;
        best = cost;
        move = by;
      };
      const [from, to] = [a[i - 1]!, b[j - 1]!];
      const ends = i === a.length && j === b.length;
      if (i > 0 && j > 0)
        consider(costs[(i - 1) * WIDTH + j - 1]! + (ends ? last : substitution)[from * SIZE + to]!, PUT);
      if (i > 0) consider(costs[(i - 1) * WIDTH + j]! + left[placeOf(a, i - 1) * SIZE + from]!, LEFT_ONLY);
      if (j > 0) consider(costs[i * WIDTH + j - 1]! + right[placeOf(b, j - 1) * SIZE + to]!, RIGHT_ONLY);
      if (i > 1 && j > 1 && from === b[j - 2] && to === a[i - 2] && from !== to)
        consider(costs[(i - 2) * WIDTH + j - 2]! + swap, SWAP);
      costs[i * WIDTH + j] = best;
      moves[i * WIDTH + j] = move;
    }
  }
  return costs[a.length * WIDTH + b.length]!;
}
