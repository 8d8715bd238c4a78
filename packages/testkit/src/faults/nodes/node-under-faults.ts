import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Reach } from '../../demonstration/http-officer.ts';
import type { Line } from '../line/line.ts';
import type { LaidOut } from './found-members.ts';
import type { NumberedOrder, Order, Said } from './orders.ts';
import { killPostmaster } from './postmaster.ts';
import type { SmallDisk } from './small-disk.ts';

/** A member's node as a process of its own, to be killed and started again. */
export interface NodeUnderFaults extends LaidOut {
  reach: Reach;
  /** What stands before its peer port. */
  line: Line;
  /** Where its data folder lies, if on a disk of its own. */
  disk: SmallDisk | undefined;
  logFile: string;
  isRunning(): boolean;
  /**
   * Starts the process and waits until it answers. One that ends before is started again, as a service unit would; throws when it
   * does so time and again.
   */
  start(): Promise<void>;
  /** How often it ended before it answered, without having been killed. */
  failedStarts(): number;
  /** `kill -9`, and waits until it is gone. Its PostgreSQL goes on without it. */
  kill(): Promise<void>;
  /** Ends it in order; throws where it does not end so. */
  stop(): Promise<void>;
  /** `kill -9` of its PostgreSQL. False where none runs. */
  killDatabase(): boolean;
  /** Has the process do something; throws when it dies meanwhile, and then it may or may not be done. */
  obey(order: Order): Promise<void>;
}

const MOST_STARTS = 5;
const PROCESS = new URL('node-process.ts', import.meta.url);

export function nodeUnderFaults(
  laidOut: LaidOut,
  { line, disk }: Pick<NodeUnderFaults, 'line' | 'disk'>,
): NodeUnderFaults {
  const { id, folder, port, environment } = laidOut;
  const logFile = `${folder}.log`;
  const waiting = new Map<number, { resolve(): void; reject(error: Error): void }>();
  let child: ChildProcess | undefined;
  let orders = 0;
  let aheadMs = 0;
  let failedStarts = 0;
  let killed = false;

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  const hear = (said: Said) => {
    if (!('done' in said)) return;
    const order = waiting.get(said.done);
    waiting.delete(said.done);
    if ('failed' in said) order?.reject(new Error(said.failed));
    else order?.resolve();
  };

  const startOnce = async () => {
    const started = spawnNode(environment, aheadMs, logFile);
    child = started;
    started.on('message', hear);
    started.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error(`the node ${id} is gone`));
      waiting.clear();
    });
    await whenReady(started, `the node ${id}; see ${logFile}`);
  };

  const start = async () => {
    killed = false;
    for (let tries = 1; ; tries += 1) {
      try {
        return await startOnce();
      } catch (error) {
        if (killed || tries === MOST_STARTS) throw error;
        failedStarts += 1;
      }
    }
  };

  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    killed = true;
    if (!isRunning()) return null;
    const ending = child!;
    const gone = new Promise<number | null>((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    return await gone;
  };

  return {
    ...laidOut,
    line,
    disk,
    logFile,
    reach: { port, host: `${id}.localhost:${port}` },
    isRunning,
    start,
    failedStarts: () => failedStarts,
    kill: async () => void (await end('SIGKILL')),
    stop: async () => {
      const code = await end('SIGTERM');
      if (code) throw new Error(`the node ${id} did not stop in order, and ended with ${code}; see ${logFile}`);
    },
    killDatabase: () => killPostmaster(folder),
    obey: async (order) => {
      // A clock that has jumped stays where it is when the node is started again.
      if (order.order === 'jump-clock') aheadMs += order.byMs;
      if (!isRunning())
        return order.order === 'jump-clock' ? undefined : await Promise.reject(new Error('not running'));
      orders += 1;
      const numbered: NumberedOrder = { number: orders, order };
      await new Promise<void>((resolve, reject) => {
        waiting.set(numbered.number, { resolve, reject });
        child!.send(numbered, (error) => error && reject(error));
      });
    },
  };
}

function spawnNode(environment: Record<string, string>, aheadMs: number, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const cache = join(process.cwd(), 'node_modules', '.cache', 'faults');
  const child = fork(PROCESS, [String(aheadMs)], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: cache, ...environment },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

function whenReady(child: ChildProcess, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) =>
      reject(new Error(`${what}: ended with ${signal ?? code} before it was ready`)),
    );
    child.once('message', () => resolve());
  });
}
