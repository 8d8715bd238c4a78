import { setTimeout as pause } from 'node:timers/promises';
import type { NodeUnderFaults } from '../nodes/node-under-faults.ts';
import type { Fault } from './fault.ts';
import type { PlannedFault } from './plan-faults.ts';

/** When enough has gone wrong: so many things, or so long. */
export interface Enough {
  count: number;
  forMs: number;
  signal: AbortSignal;
}

/**
 * Does to the nodes what was planned until it is enough, and waits until all of it is over. What befalls a node, or its line,
 * waits until what befell it before is over, so that a slow machine sees the same as a fast one. `begun` hears of each.
 */
export async function inflict(
  planned: Iterable<PlannedFault>,
  nodes: readonly NodeUnderFaults[],
  { count, forMs, signal }: Enough,
  begun: (fault: Fault) => void,
): Promise<void> {
  const until = performance.now() + forMs;
  const running = new Map<string, Promise<void>>();
  let left = count;
  for (const { afterMs, fault } of planned) {
    if (left === 0 || performance.now() + afterMs > until || signal.aborted) break;
    left -= 1;
    await pause(afterMs);
    const place = placeOf(fault);
    await running.get(place);
    begun(fault);
    const going = inflictOne(fault, nodes.find(({ id }) => id === fault.node)!);
    // Whoever waits for it hears of a failure.
    going.catch(() => {});
    running.set(place, going);
  }
  await Promise.all(running.values());
}

function placeOf({ kind, node }: Fault): string {
  return kind === 'trouble' ? `the line to ${node}` : node;
}

async function inflictOne(fault: Fault, node: NodeUnderFaults): Promise<void> {
  switch (fault.kind) {
    case 'kill-node':
      return await killAndStart(node, fault);
    case 'restart-node':
      await node.stop();
      await pause(fault.downMs);
      return await node.start();
    case 'kill-database':
      return void node.killDatabase();
    case 'trouble':
      node.line.impose(fault.trouble);
      await pause(fault.forMs);
      return node.line.heal();
    case 'jump-clock':
      return await node.obey({ order: 'jump-clock', byMs: fault.byMs });
    case 'fill-disk':
      return await fillDisk(node, fault.forMs);
  }
}

async function killAndStart(
  node: NodeUnderFaults,
  { downMs, againAfterMs }: { downMs: number; againAfterMs: number | null },
): Promise<void> {
  await node.kill();
  await pause(downMs);
  const started = node.start();
  if (againAfterMs === null) return await started;
  const interrupted = started.catch(() => {});
  await pause(againAfterMs);
  await node.kill();
  await interrupted;
  await node.start();
}

/** A node that gave up meanwhile is started again, as its service unit would. */
async function fillDisk(node: NodeUnderFaults, forMs: number): Promise<void> {
  node.disk!.fill();
  await pause(forMs);
  node.disk!.empty();
  if (!node.isRunning()) await node.start();
}
