import { setByHand } from './costs.ts';
import type { Exchange } from './exchange.ts';
import { SOUNDS } from './fold.ts';
import type { Vowels } from './form.ts';
import { LEARNED, type LearnedCosts } from './learned-costs.ts';
import { PLACES } from './places.ts';
import { type PricedExchange, priceExchange } from './prices.ts';

const SIZE = SOUNDS.length;

const ALL: Vowels[] = ['written', 'transcribed', 'indic', 'unwritten', 'syllabic'];

/** Which costs were learned for a pair of scripts: what holds for Latin letters holds for another alphabet too. */
function learnedFor(left: Vowels, right: Vowels): LearnedCosts | undefined {
  if (left === right || left === 'unwritten' || left === 'syllabic') return undefined;
  if (right === 'unwritten' || right === 'syllabic') return LEARNED[right];
  if (right === 'indic') return LEARNED.indic;
  return left === 'written' ? LEARNED[right as 'transcribed'] : undefined;
}

const EXCHANGES = Object.fromEntries(
  ALL.map((left) => [
    left,
    Object.fromEntries(ALL.map((right) => [right, priceExchange(exchangeBetween(left, right))])),
  ]),
) as Record<Vowels, Record<Vowels, PricedExchange>>;

/** The costs between two forms: learned where scripts differ, set by hand within one. */
export function exchangeOf(left: Vowels, right: Vowels): PricedExchange {
  return EXCHANGES[left][right];
}

function exchangeBetween(left: Vowels, right: Vowels): Exchange {
  const learned = learnedFor(left, right);
  if (learned) return unpack(learned);
  const mirrored = learnedFor(right, left);
  return mirrored ? mirror(unpack(mirrored)) : setByHand(left, right);
}

/** Rows of hundredths for the sounds that are no digits; digits are put for nothing else. */
function unpack({ substitution, last, left, right, swap }: LearnedCosts): Exchange {
  return {
    substitution: tableOf(substitution, SIZE),
    last: tableOf(last, SIZE),
    left: tableOf(left, PLACES),
    right: tableOf(right, PLACES),
    swap: swap / 100,
  };
}

function tableOf(rows: readonly string[], count: number): Float32Array {
  const table = new Float32Array(count * SIZE).fill(1);
  for (let row = 0; row < count; row++) {
    for (const [column, cost] of (rows[row]?.split(' ') ?? []).entries())
      table[row * SIZE + column] = Number(cost) / 100;
    if (count === SIZE) table[row * SIZE + row] = 0;
  }
  return table;
}

function mirror({ substitution, last, left, right, swap }: Exchange): Exchange {
  return { substitution: transpose(substitution), last: transpose(last), left: right, right: left, swap };
}

function transpose(table: Float32Array): Float32Array {
  return table.map((_, at) => table[(at % SIZE) * SIZE + Math.floor(at / SIZE)]!);
}
