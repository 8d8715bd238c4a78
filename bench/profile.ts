import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileDesk } from './profile/desk.ts';
import type { SearchShares, SearchWork } from './profile/search-worker.ts';
import type { BenchOptions, Row } from './row.ts';
import { inWorker } from './screening/in-worker.ts';

/**
 * What limits `screening`: where the time of a search among a million persons goes, of all questions and of the slowest hundredth, and the
 * time of the thread that serves checks over HTTP. Shares of the processor's time in percent, each function's own.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const work: SearchWork = { persons: quick ? 5_000 : 1_000_000, queries: quick ? 200 : 8_000, seed: 1 };
  const { all, slowest } = await inWorker<SearchShares>(
    new URL('./profile/search-worker.ts', import.meta.url),
    work,
    log,
  );
  const folder = await mkdtemp(join(tmpdir(), 'entente-bench-'));
  try {
    log('desk: over HTTP on a demonstration node');
    const desk = await profileDesk(folder, quick ? 100 : 4_000);
    return [...rowsOf('search', all), ...rowsOf('search_slowest', slowest), ...rowsOf('serving', desk)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf(what: string, shares: Map<string, number>): Row[] {
  return Array.from(shares, ([part, share]) => ({
    metric: `${what}_${part}`,
    value: Math.round(share * 10) / 10,
    unit: '%',
    better: 'lower',
    budget: null,
    peers: {},
  }));
}
