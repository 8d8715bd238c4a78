import type { Alike, Refusal } from '@entente/contracts/alerts/alert';
import type { Considered } from '../model.ts';

/** Shorter is no reason why somebody is another. */
const LEAST_REASON = 10;

/** Those alike of whom the author has not said why they are others. */
export function findUnconsidered(alike: readonly Alike[], considered: readonly Considered[]): Refusal[] {
  return alike
    .filter(({ source, ref }) => !considered.some((one) => one.source === source && one.ref === ref && isReason(one)))
    .map(({ source, ref }) => ({ rule: 'alike-unconsidered', pointer: '/considered', values: { source, ref } }));
}

function isReason({ why }: Considered): boolean {
  return why.trim().length >= LEAST_REASON;
}
