import { setTimeout as pause } from 'node:timers/promises';
import type { FileCame, Memory, Moments } from './exchange/orders.ts';
import { type NodeProcess, openTwoNodes, type TwoNodes } from './exchange/two-nodes.ts';
import { percentile } from './percentile.ts';
import type { BenchOptions, Row } from './row.ts';

const MEBIBYTE = 2 ** 20;

/**
 * Files between two node processes on one machine, each with a PostgreSQL of its own on durable settings: taken in and sealed in chunks,
 * pulled over TLS, judged, stored, read again as a whole. How fast, in how much memory whatever the size, and how long an envelope
 * takes that is sent meanwhile.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const nodes = await openTwoNodes();
  try {
    for (const node of [nodes.india, nodes.kz]) await node.ask({ order: 'start' });
    log('a first file, to warm up');
    await measure(nodes, 16);
    const [small, large] = quick ? [16, 48] : [32, 256];
    log(`${small} MiB`);
    const few = await measure(nodes, small);
    log(`${large} MiB, and envelopes meanwhile`);
    const many = await measure(nodes, large, 100);
    const row = (metric: string, value: number, unit: string, better: Row['better'], budget: number | null): Row => ({
      metric,
      value: Math.round(value * 10) / 10,
      unit,
      better,
      budget,
      peers: {},
    });
    return [
      row('mebibytes_taken_in_per_second', large / many.takenInSeconds, 'MiB/s', 'higher', null),
      row('mebibytes_pulled_per_second', large / many.pulledSeconds, 'MiB/s', 'higher', null),
      row(`sender_memory_growth_${small}_mib`, few.senderGrowth, 'MiB', 'lower', null),
      row(`sender_memory_growth_${large}_mib`, many.senderGrowth, 'MiB', 'lower', 200),
      row(`receiver_memory_growth_${small}_mib`, few.receiverGrowth, 'MiB', 'lower', null),
      row(`receiver_memory_growth_${large}_mib`, many.receiverGrowth, 'MiB', 'lower', 200),
      row('envelope_meanwhile_p50_ms', percentile(many.latencies, 0.5), 'ms', 'lower', null),
      row('envelope_meanwhile_p99_ms', percentile(many.latencies, 0.99), 'ms', 'lower', 2_000),
    ];
  } finally {
    await nodes.close();
  }
}

interface Measured {
  takenInSeconds: number;
  pulledSeconds: number;
  /** By how much memory grew at most, in mebibytes. */
  senderGrowth: number;
  receiverGrowth: number;
  /** Milliseconds from the writing of an envelope to the room that applies it, while the file was on its way. */
  latencies: number[];
}

async function measure({ kz, india }: TwoNodes, mebibytes: number, envelopes = 0): Promise<Measured> {
  const [before, there] = [await memoryOf(kz), await memoryOf(india)];
  const began = now();
  await kz.ask({ order: 'send-file', to: 'in', bytes: mebibytes * MEBIBYTE });
  const sent = now();
  for (let left = envelopes; left > 0; left--) {
    await kz.ask({ order: 'send', to: 'in', count: 1, perTransaction: 1, everyMs: 0 });
    await pause(20);
  }
  const wholeAt = await untilWhole(india, sent);
  const [after, afterwards] = [await memoryOf(kz), await memoryOf(india)];
  const { written } = await kz.ask<Moments>({ order: 'moments' });
  const applied = new Map((await india.ask<Moments>({ order: 'moments' })).applied);
  return {
    takenInSeconds: (sent - began) / 1000,
    pulledSeconds: (wholeAt - sent) / 1000,
    senderGrowth: after.most - before.now,
    receiverGrowth: afterwards.most - there.now,
    latencies: written
      .filter(([, at]) => at > sent && at < wholeAt)
      .flatMap(([number, at]) => (applied.has(number) ? [applied.get(number)! - at] : [])),
  };
}

const now = () => performance.timeOrigin + performance.now();
const memoryOf = (node: NodeProcess) => node.ask<Memory>({ order: 'memory' });

/** When the file sent after a moment was whole. */
async function untilWhole(node: NodeProcess, after: number): Promise<number> {
  for (;;) {
    const { state, wholeAt } = await node.ask<FileCame>({ order: 'file', peer: 'kz' });
    if (state === 'here' && wholeAt !== null && wholeAt > after) return wholeAt;
    if (state === 'refused' || state === 'gone') throw new Error(`the file was ${state}`);
    await pause(20);
  }
}
