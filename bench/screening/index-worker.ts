import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { copyIndex } from '@entente/matching';
import { createAlertIndex } from '@entente/node/capabilities/screening/service/alert-index';
import { createSearchThreads } from '@entente/node/capabilities/screening/service/search-threads';
import { createLog } from '@entente/node/platform/log';
import { keepYoungObjectsYoung } from '@entente/node/platform/threads/young-objects';
import { createWatchIndex, type WatchIndex } from '@entente/node/screening';
import { asListed, inventPeople, inventPerson } from '@entente/testkit/people/person';
import { type Figures, figuresOf } from './figures.ts';
import { sharedBytes } from './memory.ts';
import { inventQueries, type QueryKind, withAliases } from './queries.ts';
import { measureRestart, type Restart } from './restart.ts';

/** What the worker is asked: how many persons, how many questions. */
export interface IndexWork {
  persons: number;
  queries: number;
  threads: number;
  seed: number;
}

export interface IndexResult {
  buildSeconds: number;
  memoryMib: number;
  names: number;
  figures: Figures;
  /** Questions with twenty ways to write the name. */
  aliases: Figures;
  /** In so many threads at once: what they got together, and what one waited while the writer took in changes without a pause. */
  threads: Figures;
  changing: Figures & { changesPerSecond: number };
  restart: Restart;
  /** After nine in ten were withdrawn and the memory written anew. */
  leftMib: number;
  /** Share of questions about a listed person that found that person, by kind. */
  found: Partial<Record<QueryKind, number>>;
}

const LISTS = ['invented'] as const;
const { persons, queries, threads, seed } = workerData as IndexWork;
// As the node does.
keepYoungObjectsYoung();
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let held: WatchIndex | undefined;
const before = memory();
const began = performance.now();
const { index, names } = build();
held = index;
const buildSeconds = (performance.now() - began) / 1000;
const memoryMib = (memory() - before) / 2 ** 20;
const searched = search(index);
const aliases = searchAliases(index);
const inThreads = await searchInThreads(index);
const restart = await measureRestart(index, createAlertIndex());
parentPort?.postMessage({
  buildSeconds,
  memoryMib,
  names,
  aliases,
  ...inThreads,
  restart,
  ...searched,
  leftMib: withdraw(index),
} satisfies IndexResult);

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
  const asked = inventQueries(queries, persons, seed);
  for (const { query } of asked.slice(0, 400)) index.search(query, LISTS);
  const hits = new Map<QueryKind, { met: number; meant: number }>();
  const durations = asked.map(({ kind, meant, query }) => {
    const start = performance.now();
    const found = index.search(query, LISTS);
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

function searchAliases(index: WatchIndex): Figures {
  const asked = inventQueries(Math.ceil(queries / 8), persons, seed).filter(({ query }) => query.names.length > 0);
  return figuresOf(
    asked.map(({ query }, at) => {
      const start = performance.now();
      index.search(withAliases(query, at), LISTS);
      return performance.now() - start;
    }),
  );
}

/** Four questions for each thread are under way at any time, so that none waits for work. */
async function searchInThreads(index: WatchIndex): Promise<Pick<IndexResult, 'threads' | 'changing'>> {
  const pool = createSearchThreads(threads, createLog('warn'), 0);
  const asked = inventQueries(queries, persons, seed).map(({ query }) => query);
  const run = async (waiting: typeof asked, atOnce: number): Promise<Figures> => {
    const durations: number[] = [];
    const began = performance.now();
    const one = async () => {
      for (let query = waiting.pop(); query; query = waiting.pop()) {
        const start = performance.now();
        await pool.search(index.asks(query, LISTS));
        durations.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    const perSecond = Math.round((durations.length / (performance.now() - began)) * 1000);
    return { ...figuresOf(durations), perSecond };
  };
  // The threads start, and each warms up.
  for (let warm = 0; warm < 4; warm++) {
    await run(asked.slice(0, Math.min(400, queries)), threads * 2);
    for (let turn = 0; turn < 200; turn++) await setImmediate();
  }
  const alone = await run([...asked], threads * 4);
  let isDone = false;
  let changes = 0;
  const began = performance.now();
  const changing = (async () => {
    while (!isDone) {
      for (let one = 0; one < 16; one++, changes++) {
        const number = (changes * 7919) % persons;
        index.put(String(number), asListed(inventPerson(seed, number)));
      }
      await setImmediate();
    }
  })();
  const beside = await run(asked.slice(0, Math.ceil(queries / 4)), 1);
  const seconds = (performance.now() - began) / 1000;
  isDone = true;
  await changing;
  await pool.stop();
  return { threads: alone, changing: { ...beside, changesPerSecond: Math.round(changes / seconds) } };
}

/** What is left after nine in ten have been withdrawn and the memory written anew, in MiB. */
function withdraw(index: WatchIndex): number {
  for (let number = 0; number < persons; number++) if (number % 10 !== 0) index.remove(String(number));
  for (const names of index.parts.values()) names.adopt(copyIndex(names.memory, 63));
  return Math.round(memory() / 2 ** 20 - before / 2 ** 20);
}

/** Bytes held after a full collection, shared memory among them. */
function memory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external + (held ? sharedBytes(held) : 0);
}
