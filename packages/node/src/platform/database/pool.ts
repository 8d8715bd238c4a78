import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import type { Log } from '../log.ts';
import { isDatabaseAway } from './failures.ts';

/** A pool whose `bigint` arrives as number (refusing what a number cannot hold), `timestamptz` as Date, `date` as text. */
export function createPool(reach: string | pg.ClientConfig, connections: number, log: Log): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, parseInt8);
  types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  const pool = new pg.Pool({
    ...(typeof reach === 'string' ? { connectionString: reach } : reach),
    types,
    max: connections,
    application_name: 'entente',
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks is replaced at the next use.
  pool.on('error', (error: Error & { code?: string }) => {
    if (!pool.ending) log.warn({ code: error.code }, 'an idle database connection broke');
  });
  // One that breaks in use, between two queries of a transaction, says so to nobody else: unheard, it would end the
  // process. The next query on it fails, and that is the caller's to know.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** How long a request waits for a server that is being restarted before it is told to come again. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 50;

/**
 * The pool as Kysely takes it: while the server is away, a new connection waits for it instead of failing.
 * `ready` resolves when the supervisor believes the server is up; for a server elsewhere, at once.
 */
export function patientPool(pool: pg.Pool, ready: () => Promise<void>): PostgresPool {
  const connect = async () => {
    const limit = Date.now() + PATIENCE_MS;
    while (true) {
      await ready();
      try {
        return await pool.connect();
      } catch (error) {
        if (!isDatabaseAway(error) || Date.now() > limit) throw error;
        await pause(RETRY_MS);
      }
    }
  };
  return { connect: connect as unknown as PostgresPool['connect'], end: () => pool.end(), options: pool.options };
}

function parseInt8(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a number`);
  return number;
}
