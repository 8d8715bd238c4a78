import { setTimeout as pause } from 'node:timers/promises';
import { type NodeProcess, openNodes } from './nodes/open-nodes.ts';
import type { BenchOptions, Row } from './row.ts';

const [OWNER, REJOINING] = [{ state: 'KZ' }, { state: 'IN' }];
/** Fewer, for who wants to see where the time goes; the figure of record is that of a million. */
const ALERTS = Number(process.env.BENCH_ALERTS ?? 1_000_000);
/** Reading figures is work for a node, too. */
const POLL_MS = 500;

/**
 * A node that lost its disk and kept its keys, in an organisation with a million alerts that went to it longer ago than the restore
 * window: from its start to the moment its index answers for all. It asks what was seen of it, is told which numbers are passed over, and
 * gets everything that stands in envelopes of today, each weighed by every rule like any other.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const count = quick ? 1_000 : ALERTS;
  const { nodes, close } = await openNodes([OWNER, REJOINING]);
  try {
    const [owner, rejoining] = nodes as [NodeProcess, NodeProcess];
    log(`${count} alerts written at ${owner.id}, and sent long ago`);
    await owner.ask({ order: 'fill', count });
    await owner.ask({ order: 'sent-long-ago', to: rejoining.id });
    await owner.ask({ order: 'start' });
    await owner.ask({ order: 'circulate' });
    const began = performance.now();
    await rejoining.ask({ order: 'start' });
    const first = await untilIndexed(rejoining, 1, log, began);
    log(`it answers for the first after ${first.toFixed(1)} s`);
    const seconds = await untilIndexed(rejoining, count, log, began);
    return [
      row('alerts', count, ''),
      row('first_answered_s', first, 's'),
      row('rejoined_s', seconds, 's'),
      { ...row('alerts_per_second', count / seconds, '/s'), better: 'higher' },
    ];
  } finally {
    await close();
  }
}

/** Seconds since a moment, once a node answers for so many. */
async function untilIndexed(
  node: NodeProcess,
  count: number,
  log: (line: string) => void,
  began: number,
): Promise<number> {
  for (let told = 0; ; await pause(POLL_MS)) {
    const { subjects } = await node.ask({ order: 'indexed' });
    const seconds = (performance.now() - began) / 1000;
    if (subjects >= count) return seconds;
    if (subjects - told >= count / 20) {
      told = subjects;
      log(`${subjects} after ${Math.round(seconds)} s`);
    }
  }
}

function row(metric: string, value: number, unit: string): Row {
  return { metric, value: Math.round(value * 10) / 10, unit, better: 'lower', budget: null, peers: {} };
}
