import { existsSync } from 'node:fs';
import type { Config } from '@entente/node';
import type { Clock } from '@entente/node/platform/clock';
import type { Database, OpenDatabase } from '@entente/node/platform/database/database';
import type { Log } from '@entente/node/platform/log';
import type { Sealing } from '@entente/node/platform/sealing/sealing';
import { CommandError, EXIT, type Io } from './command.ts';

/** The node's database, beside the running node or without one. */
export interface Joined {
  config: Config;
  db: Database;
  /** For what Kysely does not do. */
  pool: OpenDatabase['pool'];
  sealing: Sealing;
  clock: Clock;
  log: Log;
}

/** Like `joinNode`, for commands that look at what a node has: a data folder that is not there is refused, not made. */
export async function joinExistingNode<Value>(
  io: Io,
  doing: string,
  work: (joined: Joined) => Promise<Value>,
): Promise<Value> {
  const { databaseUrl, dataDir } = await readConfiguration(io);
  if (!databaseUrl && !existsSync(dataDir)) {
    throw new CommandError(`there is no node in ${dataDir}; check ENTENTE_DATA_DIR and ENTENTE_STATE`);
  }
  return await joinNode(io, doing, work);
}

/** Opens the database of the node that the environment describes, for the duration of `work`. */
export async function joinNode<Value>(io: Io, doing: string, work: (joined: Joined) => Promise<Value>): Promise<Value> {
  const { createLog } = await import('@entente/node');
  const { joinDatabase } = await import('@entente/node/platform/database/database');
  const { systemClock } = await import('@entente/node/platform/clock');
  const log = createLog('warn', io.err);
  const config = await readConfiguration(io);
  try {
    const opened = await joinDatabase(config, log, doing);
    try {
      return await work({ config, db: opened.db, pool: opened.pool, sealing: opened.sealing, clock: systemClock, log });
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError((error as Error).message);
  }
}

async function readConfiguration(io: Io): Promise<Config> {
  const { ConfigError, readConfig } = await import('@entente/node');
  try {
    return readConfig(io.env);
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.message, EXIT.usage);
    throw error;
  }
}
