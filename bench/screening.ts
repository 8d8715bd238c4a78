import { Worker } from 'node:worker_threads';
import type { BenchOptions, Row } from './row.ts';
import { measureDesk } from './screening/desk.ts';
import { round } from './screening/figures.ts';
import type { IndexResult, IndexWork } from './screening/index-worker.ts';
import { measureTrigrams, type Trigrams } from './screening/trigrams.ts';

const SEED = 1;

/**
 * Explained checks against 100,000 and a million invented persons, with PostgreSQL's pg_trgm on the same persons; and
 * checks over HTTP on the demonstration's lists, durable record included.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const [small, large] = quick ? [1_000, 5_000] : [100_000, 1_000_000];
  const smallIndex = await measureIndex({ persons: small, queries: quick ? 200 : 8_000, seed: SEED }, log);
  const smallPeer = await peer(small, quick ? 40 : 400, log);
  const largeIndex = await measureIndex({ persons: large, queries: quick ? 200 : 8_000, seed: SEED }, log);
  const largePeer = await peer(large, quick ? 40 : 200, log);
  log('desk: over HTTP on a demonstration node');
  const desk = await measureDesk(quick ? 100 : 4_000);
  log(`desk: ${JSON.stringify(desk)}`);
  const row = (
    metric: string,
    value: number,
    unit: string,
    budget: number | null,
    trigrams: number | undefined,
    better: Row['better'] = 'lower',
  ): Row => ({ metric, value, unit, better, budget, peers: trigrams === undefined ? {} : { pg_trgm: trigrams } });
  return [
    row('check_100k_p50_ms', smallIndex.figures.p50, 'ms', null, smallPeer.figures.p50),
    row('check_100k_p99_ms', smallIndex.figures.p99, 'ms', null, smallPeer.figures.p99),
    row('check_1m_p50_ms', largeIndex.figures.p50, 'ms', 1, largePeer.figures.p50),
    row('check_1m_p99_ms', largeIndex.figures.p99, 'ms', 5, largePeer.figures.p99),
    row('checks_1m_per_second', largeIndex.figures.perSecond, '/s', 2_500, largePeer.figures.perSecond, 'higher'),
    row('build_1m_s', round(largeIndex.buildSeconds), 's', 120, round(largePeer.buildSeconds)),
    row('memory_1m_mib', Math.round(largeIndex.memoryMib), 'MiB', null, undefined),
    row('check_http_p50_ms', desk.p50, 'ms', null, undefined),
    row('check_http_p99_ms', desk.p99, 'ms', 10, undefined),
    row('checks_http_per_second', desk.perSecond, '/s', 1_000, undefined, 'higher'),
  ];
}

async function peer(persons: number, queries: number, log: (line: string) => void): Promise<Trigrams> {
  log(`pg_trgm: loading ${persons} persons`);
  const measured = await measureTrigrams(persons, queries, SEED);
  log(`pg_trgm: ${JSON.stringify(measured)}`);
  return measured;
}

/** In a worker, so that each index has a heap of its own, large enough and empty at the start. */
async function measureIndex(work: IndexWork, log: (line: string) => void): Promise<IndexResult> {
  log(`index: ${work.persons} persons`);
  const worker = new Worker(new URL('./screening/index-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 16_384 },
  });
  const measured = await new Promise<IndexResult>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  log(`index: ${JSON.stringify(measured)}`);
  return measured;
}
