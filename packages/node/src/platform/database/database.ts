import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { openEmbedded } from './embedded/embedded.ts';
import { migrate } from './migrate.ts';

/** The node's database. A store narrows it: `db.withTables<{ 'audit.record': RecordTable }>()`. */
export type Database = Kysely<unknown>;

/** A transaction; what a service hands to the stores and to `recordEvent`. */
export type Tx = Transaction<unknown>;

/** The database, open. */
export interface OpenDatabase {
  db: Database;
  pool: pg.Pool;
  /** Settles with the reason when the embedded server is lost for good; never for a server elsewhere. */
  lost: Promise<Error>;
  /** Closes the connections, then stops the server if this process owns it. */
  close(): Promise<void>;
}

/** Opens the node's database, the embedded one or that of ENTENTE_DATABASE_URL, and brings its schema up to date. */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  const external = config.databaseUrl;
  const server = external ? undefined : await openEmbedded(config.dataDir, 'entente serve', log);
  const pool = createPool(external ? external.reveal() : server!.reach, config.databaseConnections, log);
  const close = async () => {
    await pool.end();
    await server?.stop();
  };
  try {
    await migrate(pool, log);
  } catch (error) {
    await close();
    throw error;
  }
  return { db: createDatabase(pool), pool, lost: server?.supervisor.lost ?? new Promise(() => {}), close };
}

/** Kysely over a pool. */
export function createDatabase(pool: pg.Pool): Database {
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

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
  pool.on('error', (error: Error & { code?: string }) =>
    log.warn({ code: error.code }, 'an idle database connection broke'),
  );
  return pool;
}

function parseInt8(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a number`);
  return number;
}
