import type { Exchange } from './exchange.ts';
import { SOUNDS } from './fold.ts';
import { LAST_LETTER, letterOf } from './letters.ts';

const SIZE = SOUNDS.length;

/** A price of 1, what a plain sound costs. All costs are whole numbers of these parts: sums are the same in any order, on any machine. */
export const UNIT = 10_000;

/** What it costs at least to be rid of a sound: each price is good where the other form has one of its partners; the last is to leave it out. */
export interface Ridding {
  /** Ascending. */
  prices: Int32Array;
  partners: Int32Array;
}

/** An exchange in units, and what letters alone tell of it: by the bit of each letter how the other side may be rid of it. */
export interface PricedExchange {
  substitution: Int32Array;
  last: Int32Array;
  left: Int32Array;
  right: Int32Array;
  swap: number;
  ridLeft: Ridding[];
  ridRight: Ridding[];
}

type Substitutions = Pick<PricedExchange, 'substitution' | 'last'>;

/** Works out the prices of an exchange. */
export function priceExchange(costs: Exchange): PricedExchange {
  const [left, right] = [inUnits(costs.left), inUnits(costs.right)];
  const substitutions = { substitution: inUnits(costs.substitution), last: inUnits(costs.last) };
  return {
    ...substitutions,
    left,
    right,
    swap: Math.round(costs.swap * UNIT),
    ridLeft: riddings((code) => ridding(substitutions, left, code, (other) => code * SIZE + other)),
    ridRight: riddings((code) => ridding(substitutions, right, code, (other) => other * SIZE + code)),
  };
}

function inUnits(costs: Float32Array): Int32Array {
  return Int32Array.from(costs, (cost) => Math.round(cost * UNIT));
}

/** Of each letter; nothing is known of the last bit, which stands for several. */
function riddings(of: (code: number) => Ridding): Ridding[] {
  const unknown = { prices: Int32Array.of(0), partners: new Int32Array(0) };
  return [...Array.from({ length: LAST_LETTER }, (_, code) => of(code)), unknown];
}

/** `presence`: what a sound costs by its place that only this side has; `placeOf`: where the tables keep what it costs to put it for another. */
function ridding(
  { substitution, last }: Substitutions,
  presence: Int32Array,
  code: number,
  placeOf: (other: number) => number,
): Ridding {
  const leftOut = presence.reduce((least, cost, at) => (at % SIZE === code ? Math.min(least, cost) : least), UNIT);
  const partners = new Map<number, number>();
  for (let other = 0; other < SIZE; other++) {
    const price = Math.min(substitution[placeOf(other)]!, last[placeOf(other)]!);
    if (other !== code && price < leftOut) partners.set(price, (partners.get(price) ?? 0) | letterOf(other));
  }
  const prices = [...partners.keys()].sort((a, b) => a - b);
  return {
    prices: Int32Array.from([...prices, leftOut]),
    partners: Int32Array.from(prices, (price) => partners.get(price)!),
  };
}
