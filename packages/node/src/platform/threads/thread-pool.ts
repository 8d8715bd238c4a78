import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import type { Said, ThreadData, Told } from './messages.ts';

/** A thread that ended with tasks under way: what they would have given is not known. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

/** Threads that do tasks beside the one that serves requests. */
export interface ThreadPool<Task, Result> {
  /** Threads that take tasks now. */
  readonly ready: number;
  /** Starts the threads; nothing runs before. A second call does nothing. */
  start(): void;
  /** Does a task; rejects with what it threw, or with ThreadLost. */
  run(task: Task): Promise<Result>;
  /** Shares something with every thread, those to come included, before any later task. */
  share(key: string, value: unknown): void;
  /** Shares it no more. */
  unshare(key: string): void;
  /** Ends the threads; tasks under way are lost. */
  stop(): Promise<void>;
}

export interface PoolParts {
  /** The threads' body, see `serveTasks`. */
  body: URL;
  threads: number;
  log: Log;
  /** Megabytes for what a thread makes and drops within a task: too little, and it collects garbage within every second one. */
  youngMegabytes?: number;
  /** Told the number of a thread that ended unasked, before another takes it. */
  onLost?: (number: number) => void;
}

/** A task in its thread's queue keeps it from waiting for this one between two tasks; more would only wait there. */
const MOST_IN_THREAD = 2;

/** A thread that ends at once, again and again, is not started faster than this. */
const AGAIN_MS = 500;

interface Waiting<Task, Result> {
  task: Task;
  resolve(result: Result): void;
  reject(error: Error): void;
}

interface Thread<Task, Result> {
  worker: Worker;
  isReady: boolean;
  underWay: Map<number, Waiting<Task, Result>>;
}

/** A pool whose threads run until `stop`. A thread that dies is replaced. */
export function createThreadPool<Task, Result>(parts: PoolParts): ThreadPool<Task, Result> {
  const { body, log, onLost } = parts;
  const threads: (Thread<Task, Result> | undefined)[] = [];
  const shared = new Map<string, unknown>();
  const queue: Waiting<Task, Result>[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let next = 0;
  let state: 'new' | 'running' | 'stopped' = 'new';

  const tell = (worker: Worker, told: Told) => worker.postMessage(told);

  function open(number: number): void {
    const worker = new Worker(body, {
      workerData: { number } satisfies ThreadData,
      resourceLimits: { maxYoungGenerationSizeMb: parts.youngMegabytes ?? 48 },
    });
    worker.unref();
    const thread: Thread<Task, Result> = { worker, isReady: false, underWay: new Map() };
    threads[number] = thread;
    for (const [key, value] of shared) tell(worker, { kind: 'shared', key, value });
    worker.on('message', (said: Said) => hear(thread, said));
    worker.on('error', (error) => log.error({ thread: number, kind: (error as Error).name }, 'a thread failed'));
    worker.once('exit', () => close(number, thread));
  }

  function hear(thread: Thread<Task, Result>, said: Said): void {
    if (said.kind === 'ready') thread.isReady = true;
    else {
      const waiting = thread.underWay.get(said.id);
      thread.underWay.delete(said.id);
      if (said.kind === 'done') waiting?.resolve(said.result as Result);
      else waiting?.reject(said.error);
    }
    dispatch();
  }

  function close(number: number, thread: Thread<Task, Result>): void {
    threads[number] = undefined;
    const lost = new ThreadLost('The thread ended');
    for (const waiting of thread.underWay.values()) waiting.reject(lost);
    if (state === 'stopped') return;
    onLost?.(number);
    log.warn({ thread: number, tasks: thread.underWay.size }, 'a thread ended and is replaced');
    const timer = setTimeout(() => {
      timers.delete(timer);
      open(number);
    }, AGAIN_MS).unref();
    timers.add(timer);
  }

  function dispatch(): void {
    while (queue.length > 0) {
      const thread = leastBusy();
      if (!thread) return;
      const waiting = queue.shift()!;
      const id = next++;
      thread.underWay.set(id, waiting);
      tell(thread.worker, { kind: 'task', id, task: waiting.task });
    }
  }

  function leastBusy(): Thread<Task, Result> | undefined {
    let best: Thread<Task, Result> | undefined;
    for (const thread of threads)
      if (thread?.isReady && thread.underWay.size < (best?.underWay.size ?? MOST_IN_THREAD)) best = thread;
    return best;
  }

  return {
    get ready() {
      return threads.filter((thread) => thread?.isReady).length;
    },
    start() {
      if (state !== 'new') return;
      state = 'running';
      for (let number = 0; number < parts.threads; number++) open(number);
    },
    run(task) {
      if (state === 'stopped') return Promise.reject(new ThreadLost('The threads are stopped'));
      return new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject });
        dispatch();
      });
    },
    share(key, value) {
      shared.set(key, value);
      for (const thread of threads) if (thread) tell(thread.worker, { kind: 'shared', key, value });
    },
    unshare(key) {
      shared.delete(key);
      for (const thread of threads) if (thread) tell(thread.worker, { kind: 'shared', key, value: undefined });
    },
    async stop() {
      state = 'stopped';
      for (const timer of timers) clearTimeout(timer);
      for (const waiting of queue.splice(0)) waiting.reject(new ThreadLost('The threads are stopped'));
      await Promise.all(threads.map((thread) => thread?.worker.terminate()));
    },
  };
}
