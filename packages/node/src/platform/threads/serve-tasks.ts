import { parentPort, workerData } from 'node:worker_threads';
import type { Said, ThreadData, Told } from './messages.ts';

/** What a thread does: takes what is shared, in the order in which it is shared, and does tasks one by one. */
export interface Served<Task, Result> {
  share(key: string, value: unknown): void;
  run(task: Task): Result;
}

/** The body of a thread of a pool: `serve` is told the thread's number and gives what it does. */
export function serveTasks<Task, Result>(serve: (number: number) => Served<Task, Result>): void {
  const port = parentPort;
  if (!port) throw new Error('This file is the body of a thread');
  const served = serve((workerData as ThreadData).number);
  const say = (said: Said) => port.postMessage(said);
  port.on('message', (told: Told) => {
    if (told.kind === 'shared') return served.share(told.key, told.value);
    const { id } = told;
    try {
      say({ kind: 'done', id, result: served.run(told.task as Task) });
    } catch (error) {
      say({ kind: 'failed', id, error: error as Error });
    }
  });
  say({ kind: 'ready' });
}
