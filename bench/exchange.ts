import { setTimeout as pause } from 'node:timers/promises';
import type { Moments, State } from './exchange/orders.ts';
import { measureSeals } from './exchange/seals.ts';
import { type NodeProcess, openTwoNodes, type TwoNodes } from './exchange/two-nodes.ts';
import { percentile } from './percentile.ts';
import type { BenchOptions, Row } from './row.ts';

const PER_TRANSACTION = 50;

/**
 * Envelopes of 4 KiB between two node processes on one machine, each with a PostgreSQL of its own on durable settings:
 * written, numbered, signed, sealed, delivered over TLS, stored, recorded in both logs, applied and receipted.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const seals = await measureSeals(quick);
  const nodes = await openTwoNodes();
  try {
    log('a backlog, drained');
    const backlog = await measureBacklog(nodes, quick ? 500 : 20_000, log);
    log('written and delivered at once');
    const live = await measureLive(nodes, quick ? 500 : 40_000, log);
    log('a hundred a second');
    const latency = await measureLatency(nodes, quick ? 100 : 3_000);
    const row = (metric: string, value: number, unit: string, better: Row['better'], budget: number | null): Row => ({
      metric,
      value: Math.round(value * 10) / 10,
      unit,
      better,
      budget,
      peers: {},
    });
    return [
      row('envelopes_per_second', live, '/s', 'higher', 1_000),
      row('backlog_per_second', backlog, '/s', 'higher', null),
      row('applied_p50_ms_at_100', percentile(latency, 0.5), 'ms', 'lower', null),
      row('applied_p99_ms_at_100', percentile(latency, 0.99), 'ms', 'lower', null),
      ...seals,
    ];
  } finally {
    await nodes.close();
  }
}

/** Envelopes a second while a backlog is delivered, until the last final receipt is back. */
async function measureBacklog({ kz, india }: TwoNodes, count: number, log: (line: string) => void): Promise<number> {
  await kz.ask({ order: 'send', to: 'in', count, perTransaction: PER_TRANSACTION, everyMs: 0 });
  await india.ask({ order: 'start' });
  const began = performance.now();
  await kz.ask({ order: 'start' });
  await untilSettled(kz, count);
  return perSecond(count, began, log, [kz, india]);
}

/** Envelopes a second while they are written, from the first write to the last final receipt. */
async function measureLive({ kz, india }: TwoNodes, count: number, log: (line: string) => void): Promise<number> {
  const before = await stateOf(kz);
  const began = performance.now();
  await kz.ask({ order: 'send', to: 'in', count, perTransaction: PER_TRANSACTION, everyMs: 0 });
  await untilSettled(kz, before.settled + count);
  return perSecond(count, began, log, [kz, india]);
}

async function perSecond(
  count: number,
  began: number,
  log: (line: string) => void,
  nodes: NodeProcess[],
): Promise<number> {
  const seconds = (performance.now() - began) / 1000;
  const cpu = await Promise.all(nodes.map(async (node) => `${node.id} ${Math.round((await stateOf(node)).cpuMs)} ms`));
  log(`${Math.round(count / seconds)}/s over ${seconds.toFixed(1)} s; processor time so far: ${cpu.join(', ')}`);
  return count / seconds;
}

/** Milliseconds from the beginning of the write to the room that applies it, a hundred envelopes a second. */
async function measureLatency({ kz, india }: TwoNodes, count: number): Promise<number[]> {
  const before = await stateOf(kz);
  await kz.ask({ order: 'send', to: 'in', count, perTransaction: 1, everyMs: 10 });
  await untilSettled(kz, before.settled + count);
  const { written } = await kz.ask<Moments>({ order: 'moments' });
  const { applied } = await india.ask<Moments>({ order: 'moments' });
  const applying = new Map(applied);
  return written.slice(-count).map(([number, at]) => applying.get(number)! - at);
}

async function untilSettled(node: NodeProcess, count: number): Promise<void> {
  for (;;) {
    const { settled, waiting } = await stateOf(node);
    if (settled >= count && waiting === 0) return;
    await pause(100);
  }
}

function stateOf(node: NodeProcess): Promise<State> {
  return node.ask<State>({ order: 'state', peer: node.id === 'kz' ? 'in' : 'kz' });
}
