import type { ListView } from '@entente/contracts/alerts';

/** How many subjects a list holds, of all kinds. */
export function sizeOf({ counts }: Pick<ListView, 'counts'>): number {
  return counts.person + counts.organisation + counts.vessel + counts.aircraft;
}
