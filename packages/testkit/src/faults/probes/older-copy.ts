import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeUnderFaults } from '../nodes/node-under-faults.ts';

/** A copy of a node's data folder, taken while it was stopped. */
export interface OlderCopy {
  /** Stops the node, puts the copy in the place of what it has by now, and starts it: a restore from a backup. */
  putBack(): Promise<void>;
}

/** Stops the node, copies its data folder, and starts it again. */
export async function copyAside(node: NodeUnderFaults): Promise<OlderCopy> {
  const copy = `${node.folder}.copy`;
  mkdirSync(copy, { mode: 0o711 });
  await node.stop();
  copyAll(node.folder, copy);
  await node.start();
  return {
    putBack: async () => {
      await node.stop();
      for (const name of readdirSync(node.folder)) rmSync(join(node.folder, name), { recursive: true, force: true });
      copyAll(copy, node.folder);
      await node.start();
    },
  };
}

/** With owners, modes and times: PostgreSQL refuses files that are another account's. */
function copyAll(from: string, to: string): void {
  execFileSync('cp', ['-a', `${from}/.`, to]);
}
