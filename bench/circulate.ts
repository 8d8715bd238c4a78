import { setTimeout as pause } from 'node:timers/promises';
import { type NodeProcess, openNodes } from './nodes/open-nodes.ts';
import type { ReportedHit } from './nodes/orders.ts';
import { percentile } from './percentile.ts';
import type { BenchOptions, Row } from './row.ts';

const OWNER = { state: 'KZ' };
const RECEIVERS = [{ state: 'IN' }, { state: 'CN' }, { state: 'PK' }];
const HIT_EVERY_MS = 1_000;
/** Reading figures is work for a node, too. */
const POLL_MS = 250;
/** Fewer, for who wants to see where the time goes; the figure of record is that of 100,000. */
const ALERTS = Number(process.env.BENCH_ALERTS ?? 100_000);

/**
 * Alerts of one state circulate to three others, each node a process with a PostgreSQL of its own on durable settings: written to
 * the outbox, numbered, signed, sealed, delivered, weighed again, held and indexed, to the moment the last index answers for the
 * last of them. Meanwhile a receiver reports hits home.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const count = quick ? 300 : ALERTS;
  const { nodes, close } = await openNodes([OWNER, ...RECEIVERS]);
  try {
    const [owner, ...receivers] = nodes as [NodeProcess, ...NodeProcess[]];
    log(`${count} alerts written at ${owner.id}`);
    const { reference } = await owner.ask({ order: 'fill', count });
    for (const node of nodes) await node.ask({ order: 'start' });
    for (const node of receivers) await node.ask({ order: 'report-hit', to: owner.id, reference });
    log('they have found each other');
    const began = performance.now();
    await owner.ask({ order: 'circulate' });
    const circulating = untilIndexed(receivers, count, log);
    const hits = await reportHits(receivers[0]!, owner, reference, circulating);
    const seconds = ((await circulating) - began) / 1000;
    log(`${hits.length} hits reported meanwhile`);
    return [
      row('alerts', count, '', 'higher'),
      row('circulated_to_three_seconds', seconds, 's', 'lower'),
      row('alerts_per_second_to_each', count / seconds, '/s', 'higher'),
      ...hitRows(
        'live_hit_arrived',
        hits.map(({ arrivedMs }) => arrivedMs),
        2_000,
      ),
      ...hitRows(
        'live_hit_case_open',
        hits.map(({ openedMs }) => openedMs),
        null,
      ),
    ];
  } finally {
    await close();
  }
}

/** The moment at which the last of the nodes answers for all. */
async function untilIndexed(nodes: NodeProcess[], count: number, log: (line: string) => void): Promise<number> {
  const moments = nodes.map(async (node) => {
    for (let told = 0; ; await pause(POLL_MS)) {
      const { subjects } = await node.ask({ order: 'indexed' });
      if (subjects >= count) return performance.now();
      if (subjects - told >= count / 4) {
        told = subjects;
        log(`${node.id} answers for ${subjects}`);
      }
    }
  });
  return Math.max(...(await Promise.all(moments)));
}

/** How long each of the hits took that are reported meanwhile; one at least. */
async function reportHits(
  from: NodeProcess,
  { id: to }: NodeProcess,
  reference: string,
  until: Promise<unknown>,
): Promise<ReportedHit[]> {
  let over = false;
  void until.then(() => {
    over = true;
  });
  const took: ReportedHit[] = [];
  do {
    took.push(await from.ask({ order: 'report-hit', to, reference }));
    await Promise.race([until, pause(HIT_EVERY_MS)]);
  } while (!over);
  return took;
}

function hitRows(metric: string, took: number[], budget: number | null): Row[] {
  return [
    row(`${metric}_p50_ms`, percentile(took, 0.5), 'ms', 'lower'),
    row(`${metric}_p99_ms`, percentile(took, 0.99), 'ms', 'lower'),
    { ...row(`${metric}_most_ms`, Math.max(...took), 'ms', 'lower'), budget },
  ];
}

function row(metric: string, value: number, unit: string, better: Row['better']): Row {
  return { metric, value: Math.round(value * 10) / 10, unit, better, budget: null, peers: {} };
}
