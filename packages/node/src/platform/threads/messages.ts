/** What a thread is told: something shared under a key, or a task. */
export type Told = { kind: 'shared'; key: string; value: unknown } | { kind: 'task'; id: number; task: unknown };

/** What a thread says: that it is ready, or what came of a task. */
export type Said =
  | { kind: 'ready' }
  | { kind: 'done'; id: number; result: unknown }
  | { kind: 'failed'; id: number; error: Error };

/** What a thread is given at its start: its number within the pool, from 0. */
export interface ThreadData {
  number: number;
}
