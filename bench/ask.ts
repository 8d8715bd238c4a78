import { setTimeout as pause } from 'node:timers/promises';
import type { AskedAbout } from '@entente/contracts/exchange/asks';
import { type Holder, type NodeProcess, openNodes } from './nodes/open-nodes.ts';
import { percentile } from './percentile.ts';
import type { BenchOptions, Row } from './row.ts';

const ASKING = { state: 'KZ' };
/** With the node that asks, ten: all eight members and two bodies. */
const ASKED: Holder[] = [
  ...['IN', 'CN', 'PK', 'KG', 'RU', 'TJ', 'UZ'].map((state) => ({ state })),
  { state: 'UZ', body: 'rats' },
  { state: 'CN', body: 'secretariat' },
];
const NOBODY: AskedAbout = { by: 'identity', names: ['Nobody Invented Here'], birthDate: '1931-02-28' };
/** The answering nodes' budget lets an officer ask so often in an hour. */
const EACH_OFFICER = 50;

/**
 * An officer of one node asks the nine others, hit or no-hit, each node a process with a PostgreSQL of its own: recorded, sealed,
 * answered out of an index with alerts, kept back to the same moment, opened, recorded again.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const [alerts, asks] = quick ? [20, 10] : [2_000, 150];
  const { nodes, close } = await openNodes([ASKING, ...ASKED]);
  try {
    const [asking, ...asked] = nodes as [NodeProcess, ...NodeProcess[]];
    log(`${alerts} alerts written at each member's node`);
    const members = asked.slice(0, -2);
    const filled = await Promise.all(members.map((node) => node.ask({ order: 'fill', count: alerts! })));
    await Promise.all(nodes.map((node) => node.ask({ order: 'start' })));
    await untilAllAnswer(asking, asked);
    log('asking');
    const recipients = asked.map(({ id }) => id);
    const took: number[] = [];
    let hits = 0;
    for (let at = 0; at < asks!; at += 1) {
      const about = at % 2 === 0 ? filled[at % filled.length]!.about : NOBODY;
      const answer = await asking.ask({ order: 'ask', recipients, about, officer: 1 + Math.floor(at / EACH_OFFICER) });
      if (answer.others.length > 0) throw new Error(`not all answered: ${answer.others.join('; ')}`);
      took.push(answer.ms);
      hits += answer.hits;
    }
    if (hits === 0) throw new Error('nobody was met: the benchmark asks about nobody');
    return [
      row('ask_ten_nodes_p50_ms', percentile(took, 0.5), null),
      row('ask_ten_nodes_p95_ms', percentile(took, 0.95), 300),
    ];
  } finally {
    await close();
  }
}

/** Nodes that started together find each other within seconds. */
async function untilAllAnswer(asking: NodeProcess, asked: NodeProcess[]): Promise<void> {
  for (const { id } of asked) {
    for (let tries = 0; ; tries += 1) {
      const { others } = await asking.ask({ order: 'ask', recipients: [id], about: NOBODY, officer: 0 });
      if (others.length === 0) break;
      if (tries > 40) throw new Error(`${others.join('; ')}, for too long`);
      await pause(1_000);
    }
  }
}

function row(metric: string, value: number, budget: number | null): Row {
  return { metric, value: Math.round(value * 10) / 10, unit: 'ms', better: 'lower', budget, peers: {} };
}
