import type { PricedExchange, Ridding } from './prices.ts';

/**
 * What lies between two forms at least, in units, told by their letters alone: each sound that only one side has is put for one
 * that the other side has, or left out.
 */
export function leastDistance(left: number, right: number, { ridLeft, ridRight }: PricedExchange): number {
  return Math.max(leastOf(left & ~right, right, ridLeft), leastOf(right & ~left, left, ridRight));
}

function leastOf(letters: number, others: number, rid: Ridding[]): number {
  let sum = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) {
    const { prices, partners } = rid[31 - Math.clz32(rest & -rest)]!;
    let at = 0;
    while (at < partners.length && (partners[at]! & others) === 0) at++;
    sum += prices[at]!;
  }
  return sum;
}
