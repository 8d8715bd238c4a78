import type { Direction } from '@entente/contracts/screening/second-line';

/** Which way the traveller goes. */
export const DIRECTIONS = {
  entry: 'direction.entry',
  exit: 'direction.exit',
  transit: 'direction.transit',
  inland: 'direction.inland',
} as const satisfies Record<Direction, string>;
