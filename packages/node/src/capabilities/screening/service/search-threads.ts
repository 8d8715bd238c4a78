import { type IndexMemory, type NameIndex, releaseReader } from '@entente/matching';
import type { Log } from '../../../platform/log.ts';
import { createThreadPool } from '../../../platform/threads/thread-pool.ts';
import type { FoundNames, NameAsk, NameSearching } from '../model/name-search.ts';
import type { SearchResult, SearchTask } from '../model/search-task.ts';

/** Names are searched in threads of their own once there are so many to search; below, handing over takes longer than searching. */
export const WORTH_THREADS = 20_000;

/** Searches in threads over the memory that this one writes to. */
export interface SearchThreads {
  /** Searches in a thread, or here while few are held or no thread is ready yet. Rejects with ThreadLost. */
  search: NameSearching;
  stop(): Promise<void>;
}

/** `threads` 0: everything is searched here. `worth`: subjects from which on threads are worth it. */
export function createSearchThreads(threads: number, log: Log, worth = WORTH_THREADS): SearchThreads {
  const keys = new WeakMap<NameIndex, string>();
  const memories = new Map<string, IndexMemory>();
  const pool = createThreadPool<SearchTask, SearchResult>({
    body: new URL('./search-worker.ts', import.meta.url),
    threads,
    log,
    onLost: (number) => {
      for (const memory of memories.values()) releaseReader(memory, number);
    },
  });
  let started = false;
  let next = 0;

  /** The key of an index in the threads, which know the memory it is in now. */
  function share(index: NameIndex): string {
    const key = keys.get(index) ?? `index ${next++}`;
    keys.set(index, key);
    if (memories.get(key) !== index.memory) {
      memories.set(key, index.memory);
      pool.share(key, index.memory);
    }
    return key;
  }

  function isWorthThreads(asks: readonly NameAsk[]): boolean {
    if (threads === 0 || asks.every(({ index }) => index.size < worth)) return false;
    if (!started) {
      started = true;
      pool.start();
    }
    return pool.ready > 0;
  }

  const search: NameSearching = async (asks) => {
    if (!isWorthThreads(asks)) return searchHere(asks);
    const task = asks.map(({ index, query, limit }) => ({ index: share(index), query, limit }));
    const found = await pool.run(task);
    return new Map(asks.map(({ index }, at) => [index, found[at]!]));
  };

  return { search, stop: () => pool.stop() };
}

/** Searches in this thread, which nothing else does meanwhile. */
export function searchHere(asks: readonly NameAsk[]): FoundNames {
  return new Map(asks.map(({ index, query, limit }) => [index, index.search(query, { limit })]));
}
