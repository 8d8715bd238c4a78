import { Kysely, PostgresAdapter, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { makeDataFolder } from '../data-folder.ts';
import type { Log } from '../log.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { openEmbedded } from './embedded/embedded.ts';
import { visitEmbedded } from './embedded/visit.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { createPool, patientPool } from './pool.ts';
import { openRecordKeys } from './record-keys.ts';
import { checkServer } from './server-version.ts';

export { createPool } from './pool.ts';

/** The node's database. A store narrows it: `db.withTables<{ 'audit.record': RecordTable }>()`. */
export type Database = Kysely<unknown>;

/** A transaction; what a service hands to the stores and to `recordEvent`. */
export type Tx = Transaction<unknown>;

/** The database, open. */
export interface OpenDatabase {
  db: Database;
  /** For what Kysely does not do: listening, copying. */
  pool: pg.Pool;
  /** Seals and opens what is personal in it; the same as `sealingOf(db)`. */
  sealing: Sealing;
  /** Settles with the reason when the embedded server is lost for good; never for a server elsewhere. */
  lost: Promise<Error>;
  /** Closes the connections, then stops the server if this process owns it. */
  close(): Promise<void>;
}

/** A server that this process has got hold of. */
interface Server {
  /** What to call it in a message, without a password. */
  name: string;
  reach: string | pg.ClientConfig;
  /** False when a running node answers for the schema. */
  migrates: boolean;
  ready(): Promise<void>;
  lost: Promise<Error>;
  leave(): Promise<void>;
}

/**
 * Opens the node's database for the node itself and brings its schema up to date: the embedded one, which then
 * belongs to this process alone, or that of ENTENTE_DATABASE_URL.
 */
export async function openDatabase(config: Config, log: Log, doing = 'entente serve'): Promise<OpenDatabase> {
  const server = config.databaseUrl ? external(config) : await owned(config, doing, log);
  return await open(server, config.databaseConnections, config.keyFile, log);
}

/** Opens the node's database for a command, beside the running node or without one. */
export async function joinDatabase(config: Config, log: Log, doing: string): Promise<OpenDatabase> {
  const server = config.databaseUrl ? external(config) : await visited(config, doing, log);
  return await open(server, 4, config.keyFile, log);
}

/** Kysely over a pool, with the keys of what is personal in the database. */
export function createDatabase(pool: PostgresPool | pg.Pool, sealing: Sealing): Database {
  return new Kysely<unknown>({ dialect: new SealedDialect(pool as PostgresPool, sealing) });
}

/**
 * What seals and opens the personal part of this database's rows. It goes with the handle, into every transaction: whoever
 * may read a row at all has what its text needs, and no service between a room's door and its store carries keys.
 */
export function sealingOf(db: Database | Tx): Sealing {
  const { adapter } = db.getExecutor();
  if (!(adapter instanceof SealedAdapter)) throw new TypeError('this database handle was made without keys');
  return adapter.sealing;
}

class SealedDialect extends PostgresDialect {
  readonly #sealing: Sealing;

  constructor(pool: PostgresPool, sealing: Sealing) {
    super({ pool });
    this.#sealing = sealing;
  }

  override createAdapter(): SealedAdapter {
    return new SealedAdapter(this.#sealing);
  }
}

class SealedAdapter extends PostgresAdapter {
  readonly sealing: Sealing;

  constructor(sealing: Sealing) {
    super();
    this.sealing = sealing;
  }
}

async function open(server: Server, connections: number, keyFile: string, log: Log): Promise<OpenDatabase> {
  const pool = createPool(server.reach, connections, log);
  const close = async () => {
    await pool.end();
    await server.leave();
  };
  try {
    await whenReached(pool, server.name);
    await checkServer(pool);
    if (!server.migrates) await checkMigrated(pool);
    const sealing = await openRecordKeys(pool, keyFile, log);
    if (server.migrates) await migrate(pool, sealing, log);
    return { db: createDatabase(patientPool(pool, server.ready), sealing), pool, sealing, lost: server.lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A server elsewhere may come up after the node: it is waited for, then named in the refusal. */
async function whenReached(pool: pg.Pool, name: string): Promise<void> {
  try {
    const client = await patientPool(pool, async () => {}).connect();
    client.release();
  } catch (cause) {
    throw new Error(
      `The database at ${name} cannot be used: ${(cause as Error).message}. Check that it runs and that the address, the role and the password are right.`,
      { cause },
    );
  }
}

const NEVER = new Promise<never>(() => {});

function external(config: Config): Server {
  makeDataFolder(config.dataDir);
  const url = config.databaseUrl!.reveal();
  const { host, pathname } = new URL(url);
  const name = `${host}${pathname} (ENTENTE_DATABASE_URL)`;
  return { name, reach: url, migrates: true, ready: async () => {}, lost: NEVER, leave: async () => {} };
}

async function owned(config: Config, doing: string, log: Log): Promise<Server> {
  const { reach, supervisor, stop } = await openEmbedded(config.dataDir, doing, log);
  return { name: config.dataDir, reach, migrates: true, ready: supervisor.ready, lost: supervisor.lost, leave: stop };
}

async function visited(config: Config, doing: string, log: Log): Promise<Server> {
  const { reach, guest, leave } = await visitEmbedded(config.dataDir, doing, log);
  return { name: config.dataDir, reach, migrates: !guest, ready: async () => {}, lost: NEVER, leave };
}
