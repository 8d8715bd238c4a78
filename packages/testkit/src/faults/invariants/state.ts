import type { Register } from '@entente/crypto/act/register';
import type { Database } from '@entente/node/platform/database/database';

/** A node whose work is at rest, to be looked at. */
export interface Resting {
  id: string;
  state: string;
  db: Database;
  nodeKeyFile: string;
}

/** All nodes of a run, and the register that their keys are judged by. */
export interface AtRest {
  nodes: readonly Resting[];
  register: Register;
}

/** Every ordered pair of two nodes. */
export function pairsOf({ nodes }: AtRest): { from: Resting; to: Resting }[] {
  return nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => ({ from, to })));
}
