import type { ReadAs } from '@entente/contracts/screening';
import { createSearchThreads } from '@entente/node/capabilities/screening/service/search-threads';
import { createWatch, load, type Watch } from '@entente/node/capabilities/screening/service/watch';
import { systemClock } from '@entente/node/platform/clock';
import type { OpenDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { type Figures, figuresOf } from '../screening/figures.ts';
import { inventQueries } from '../screening/queries.ts';
import { SEED } from './fill.ts';

/** The index, loaded, and how it answered. */
export interface Loaded {
  watch: Watch;
  seconds: number;
  check: Figures;
  queries: ReturnType<typeof inventQueries>;
}

/** Loads the index from the sealed rows as a starting node does, and asks it. */
export async function measureLoad({ db }: OpenDatabase, checks: number, alerts: number): Promise<Loaded> {
  const watch = createWatch(createSearchThreads(0, createLog('silent')));
  const began = performance.now();
  await load(watch, db, systemClock);
  const seconds = (performance.now() - began) / 1000;
  const queries = inventQueries(checks, alerts, SEED);
  for (const { query } of queries.slice(0, 100)) ask(watch, query);
  return { watch, seconds, queries, check: figuresOf(queries.map(({ query }) => ask(watch, query))) };
}

const READ_AS: ReadAs = { kind: 'identity', names: [] };

/** Milliseconds of one explained search of the alerts. */
export function ask(watch: Watch, query: Loaded['queries'][number]['query']): number {
  const began = performance.now();
  watch.alerts.search({ readAs: READ_AS, query, numbers: [] }, new Date());
  return performance.now() - began;
}
