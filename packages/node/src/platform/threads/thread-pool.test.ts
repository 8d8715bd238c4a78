import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { createThreadPool, ThreadLost, type ThreadPool } from './thread-pool.ts';

type Echo = ThreadPool<string, { number: number; shared: unknown }>;

let pool: Echo | undefined;
const lost: number[] = [];

afterEach(async () => {
  await pool?.stop();
  lost.length = 0;
});

function open(threads: number): Echo {
  pool = createThreadPool({
    body: new URL('./echo-worker.ts', import.meta.url),
    threads,
    log: createLog('silent'),
    onLost: (number) => lost.push(number),
  });
  pool.start();
  return pool;
}

test('tasks go to all threads, and each knows what was shared before it', async () => {
  const echo = open(2);
  echo.share('a', 1);
  while (echo.ready < 2) await pause(5);
  const first = await Promise.all(Array.from({ length: 20 }, () => echo.run('a')));
  expect(new Set(first.map(({ number }) => number))).toEqual(new Set([0, 1]));
  expect(new Set(first.map(({ shared }) => shared))).toEqual(new Set([1]));
  echo.share('a', 2);
  expect((await echo.run('a')).shared).toBe(2);
  echo.unshare('a');
  expect((await echo.run('a')).shared).toBeUndefined();
});

test('memory is shared, not copied', async () => {
  const echo = open(1);
  const memory = new SharedArrayBuffer(8);
  echo.share('memory', memory);
  const { shared } = await echo.run('memory');
  new Int32Array(memory)[0] = 7;
  expect(new Int32Array(shared as SharedArrayBuffer)[0]).toBe(7);
});

test('a task that throws rejects, and its thread goes on', async () => {
  const echo = open(1);
  await expect(echo.run('fail')).rejects.toThrow('as asked');
  expect((await echo.run('x')).number).toBe(0);
});

test('a thread that dies loses its tasks, is told of, and another takes its place with what was shared', async () => {
  const echo = open(1);
  echo.share('a', 1);
  const under = [echo.run('end'), echo.run('a')];
  for (const task of under) await expect(task).rejects.toBeInstanceOf(ThreadLost);
  expect(lost).toEqual([0]);
  expect((await echo.run('a')).shared).toBe(1);
});

test('after the end nothing is taken on', async () => {
  const echo = open(1);
  await echo.run('a');
  await echo.stop();
  await expect(echo.run('a')).rejects.toBeInstanceOf(ThreadLost);
  await pause(1);
  expect(echo.ready).toBe(0);
});
