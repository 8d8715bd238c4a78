import { type Random, randomFor } from '../../people/random.ts';
import type { Trouble } from '../line/trouble.ts';
import type { Fault, FaultKind } from './fault.ts';

export interface Planning {
  seed: number;
  nodes: readonly string[];
  /** Kinds that cannot be done on this machine. */
  without?: readonly FaultKind[];
}

export interface PlannedFault {
  /** From when the one before began. */
  afterMs: number;
  fault: Fault;
}

/** Something goes wrong this often, on average; one thing need not be over when the next begins. */
const EVERY_MS = 2_500;
/** A clock is never further off than this: two nodes then differ by less than what a receiver grants a sender. */
const CLOCK_OFF_MS = 120_000;

/** As often as they stand here: nodes are killed and lines suffer more than anything else. */
const KINDS: readonly FaultKind[] = [
  'kill-node',
  'kill-node',
  'kill-node',
  'kill-database',
  'kill-database',
  'trouble',
  'trouble',
  'trouble',
  'trouble',
  'restart-node',
  'jump-clock',
  'fill-disk',
];

/**
 * What goes wrong, one thing after the other without end; the same for the same seed. How the processes of the machine fall in
 * with it is in no seed.
 */
export function* planFaults({ seed, nodes, without = [] }: Planning): Generator<PlannedFault, never> {
  const random = randomFor(seed, 0xfa17);
  const kinds = KINDS.filter((kind) => !without.includes(kind));
  const off = new Map<string, number>();
  for (;;) {
    const afterMs = EVERY_MS / 2 + random.below(EVERY_MS);
    yield { afterMs, fault: inventFault(random, random.pick(kinds), random.pick(nodes), off) };
  }
}

function inventFault(random: Random, kind: FaultKind, node: string, off: Map<string, number>): Fault {
  const whileMs = 300 + random.below(6_000);
  const downMs = random.chance(0.5) ? 0 : whileMs;
  switch (kind) {
    case 'kill-node':
      return { kind, node, downMs, againAfterMs: random.chance(0.3) ? random.below(4_000) : null };
    case 'restart-node':
      return { kind, node, downMs };
    case 'kill-database':
      return { kind, node };
    case 'trouble':
      return { kind, node, trouble: inventTrouble(random), forMs: whileMs };
    case 'jump-clock': {
      const to = random.below(2 * CLOCK_OFF_MS) - CLOCK_OFF_MS;
      const byMs = to - (off.get(node) ?? 0);
      off.set(node, to);
      return { kind, node, byMs };
    }
    case 'fill-disk':
      return { kind, node, forMs: whileMs };
  }
}

function inventTrouble(random: Random): Trouble {
  const way = random.pick(['there', 'back'] as const);
  switch (random.pick(['cut', 'delay', 'throttle', 'swallow', 'cut-after', 'cut-after'] as const)) {
    case 'cut':
      return { kind: 'cut' };
    case 'delay':
      return { kind: 'delay', ms: 20 + random.below(800) };
    case 'throttle':
      return { kind: 'throttle', bytesPerSecond: 4_000 + random.below(60_000) };
    case 'swallow':
      return { kind: 'swallow', way };
    case 'cut-after':
      // From within the handshake, some two to four thousand bytes, to within a batch of envelopes.
      return { kind: 'cut-after', way, bytes: 1 + random.below(random.pick([4_000, 12_000, 200_000])) };
  }
}
