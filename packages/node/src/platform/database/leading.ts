import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log.ts';

const RETRY_MS = 1000;

/** Work that one process of the node does at a time. */
export interface Led {
  start(): void;
  stop(): Promise<void>;
}

/** Standing for the lead, and doing the work while having it. */
export interface Leading {
  /** Stops the work, and leaves the lead to another process. */
  stop(): Promise<void>;
}

/**
 * Does `work` in one of the processes that share a database: the one that holds the lock of this name. The lock belongs to a
 * connection of its own, so that whoever is killed, or loses the database, has lost the lead too, and another takes over.
 */
export function leadOrWait(pool: pg.Pool, name: string, work: Led, log: Log): Leading {
  const stopped = new AbortController();

  const lead = async (): Promise<void> => {
    const client = new pg.Client(pool.options);
    const lost = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => {});
    try {
      await client.connect();
      if (!(await takeLock(client, name))) return;
      work.start();
      await Promise.race([lost, aborted(stopped.signal)]);
      if (!stopped.signal.aborted) log.warn({ work: name }, 'the lead is lost with the connection that held it');
      await work.stop();
    } finally {
      await client.end().catch(() => {});
    }
  };

  const run = async () => {
    while (!stopped.signal.aborted) {
      try {
        await lead();
      } catch (error) {
        log.warn({ work: name, code: (error as { code?: string }).code }, 'the lead could not be taken; trying again');
      }
      await pause(RETRY_MS, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };

  const running = run();
  return {
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

async function takeLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
    [name],
  );
  return rows[0]!.taken;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
