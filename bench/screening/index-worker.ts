import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { createWatchIndex, type WatchIndex } from '@entente/node/screening';
import { asListed, inventPeople } from '@entente/testkit/people/person';
import { type Figures, figuresOf } from './figures.ts';
import { inventQueries, type QueryKind } from './queries.ts';

/** What the worker is asked: how many persons, how many questions. */
export interface IndexWork {
  persons: number;
  queries: number;
  seed: number;
}

export interface IndexResult {
  buildSeconds: number;
  memoryMib: number;
  names: number;
  figures: Figures;
  /** Share of questions about a listed person that found that person, by kind. */
  found: Partial<Record<QueryKind, number>>;
}

const { persons, queries, seed } = workerData as IndexWork;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const before = memory();
const began = performance.now();
const { index, names } = build();
const buildSeconds = (performance.now() - began) / 1000;
const memoryMib = (memory() - before) / 2 ** 20;
parentPort?.postMessage({ buildSeconds, memoryMib, names, ...search(index) } satisfies IndexResult);

function build(): { index: WatchIndex; names: number } {
  const index = createWatchIndex();
  let names = 0;
  for (const person of inventPeople(persons, seed)) {
    names += person.identity.names.length;
    index.put(String(person.number), asListed(person));
  }
  return { index, names };
}

function search(index: WatchIndex): Pick<IndexResult, 'figures' | 'found'> {
  const lists = ['invented'] as const;
  const asked = inventQueries(queries, persons, seed);
  for (const { query } of asked.slice(0, 400)) index.search(query, lists);
  const hits = new Map<QueryKind, { met: number; meant: number }>();
  const durations = asked.map(({ kind, meant, query }) => {
    const start = performance.now();
    const found = index.search(query, lists);
    const took = performance.now() - start;
    if (meant !== undefined) {
      const tally = hits.get(kind) ?? { met: 0, meant: 0 };
      tally.meant += 1;
      if (found.some(({ id }) => id === meant)) tally.met += 1;
      hits.set(kind, tally);
    }
    return took;
  });
  const found = Object.fromEntries(
    [...hits].map(([kind, { met, meant }]) => [kind, Math.round((met / meant) * 1000) / 1000]),
  );
  return { figures: figuresOf(durations), found };
}

/** Bytes held after a full collection, typed arrays among them. */
function memory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
