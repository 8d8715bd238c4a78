import { availableParallelism } from 'node:os';
import type { BenchOptions, Row } from './row.ts';
import { measureDesk } from './screening/desk.ts';
import type { DocumentsResult, DocumentsWork } from './screening/documents-worker.ts';
import { round } from './screening/figures.ts';
import { inWorker } from './screening/in-worker.ts';
import type { IndexResult, IndexWork } from './screening/index-worker.ts';
import { measureTrigrams, type Trigrams } from './screening/trigrams.ts';

const SEED = 1;
/** Checks that come in over HTTP in a second. */
const RATES = [100, 200, 1_000];

/**
 * Explained checks against 100,000 and a million invented persons, with PostgreSQL's pg_trgm on the same persons; and
 * checks over HTTP on the demonstration's lists, durable record included.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const [small, large] = quick ? [1_000, 5_000] : [100_000, 1_000_000];
  const measured = { queries: quick ? 200 : 8_000, threads: availableParallelism(), seed: SEED };
  const smallIndex = await measureIndex({ ...measured, persons: small }, log);
  const smallPeer = await peer(small, quick ? 40 : 400, log);
  const largeIndex = await measureIndex({ ...measured, persons: large }, log);
  const largePeer = await peer(large, quick ? 40 : 200, log);
  const documents = await inWorker<DocumentsResult>(
    new URL('./screening/documents-worker.ts', import.meta.url),
    { numbers: quick ? 200_000 : 90_000_000, queries: quick ? 20_000 : 1_000_000 } satisfies DocumentsWork,
    log,
  );
  log('desk: over HTTP on a demonstration node');
  const desk = await measureDesk(quick ? 100 : 4_000, { rates: quick ? [20] : RATES });
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
    row('check_1m_20_aliases_p99_ms', largeIndex.aliases.p99, 'ms', 10, undefined),
    row(
      'checks_1m_one_thread_per_second',
      largeIndex.figures.perSecond,
      '/s',
      null,
      largePeer.figures.perSecond,
      'higher',
    ),
    row('checks_1m_per_second', largeIndex.threads.perSecond, '/s', 2_500, undefined, 'higher'),
    row('check_1m_in_threads_p99_ms', largeIndex.threads.p99, 'ms', null, undefined),
    row('check_1m_while_changing_p99_ms', largeIndex.changing.p99, 'ms', null, undefined),
    row('changes_while_checking_per_second', largeIndex.changing.changesPerSecond, '/s', null, undefined, 'higher'),
    row('snapshot_1m_write_s', round(largeIndex.restart.writeSeconds), 's', null, undefined),
    row('restart_1m_s', round(largeIndex.restart.readSeconds), 's', 10, undefined),
    row('snapshot_1m_mib', largeIndex.restart.fileMib, 'MiB', null, undefined),
    row('build_1m_s', round(largeIndex.buildSeconds), 's', 120, round(largePeer.buildSeconds)),
    row('memory_1m_mib', Math.round(largeIndex.memoryMib), 'MiB', null, undefined),
    row('memory_100k_left_of_1m_mib', largeIndex.leftMib, 'MiB', null, undefined),
    row('document_90m_p50_us', round(documents.p50), 'µs', null, undefined),
    row('document_90m_p99_us', round(documents.p99), 'µs', 50, undefined),
    row('documents_90m_per_second', documents.perSecond, '/s', 200_000, undefined, 'higher'),
    row('documents_90m_mib', documents.memoryMib, 'MiB', 2_048, undefined),
    row('documents_90m_build_s', round(documents.buildSeconds), 's', null, undefined),
    row('documents_90m_wrong', documents.missed + documents.mistaken, '', 0, undefined),
    row('check_http_p50_ms', desk.p50, 'ms', null, undefined),
    row('check_http_p99_ms', desk.p99, 'ms', null, undefined),
    row('checks_http_per_second', desk.perSecond, '/s', 1_000, undefined, 'higher'),
    ...desk.inTime.map(({ perSecond, p99 }) =>
      row(`http_${perSecond}_per_second_p99_ms`, p99, 'ms', perSecond === 1_000 ? 10 : null, undefined),
    ),
  ];
}

async function peer(persons: number, queries: number, log: (line: string) => void): Promise<Trigrams> {
  log(`pg_trgm: loading ${persons} persons`);
  const measured = await measureTrigrams(persons, queries, SEED);
  log(`pg_trgm: ${JSON.stringify(measured)}`);
  return measured;
}

async function measureIndex(work: IndexWork, log: (line: string) => void): Promise<IndexResult> {
  return await inWorker<IndexResult>(new URL('./screening/index-worker.ts', import.meta.url), work, log);
}
