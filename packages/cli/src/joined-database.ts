import type { Config } from '@entente/node';
import type { Clock } from '@entente/node/platform/clock';
import type { Database } from '@entente/node/platform/database/database';
import type { Log } from '@entente/node/platform/log';
import { CommandError, EXIT, type Io } from './command.ts';

/** The node's database, beside the running node or without one. */
export interface Joined {
  config: Config;
  db: Database;
  clock: Clock;
  log: Log;
}

/** Opens the database of the node that the environment describes, for the duration of `work`. */
export async function joinNode<Value>(io: Io, doing: string, work: (joined: Joined) => Promise<Value>): Promise<Value> {
  const { ConfigError, createLog, readConfig } = await import('@entente/node');
  const { joinDatabase } = await import('@entente/node/platform/database/database');
  const { systemClock } = await import('@entente/node/platform/clock');
  const log = createLog('warn', io.err);
  try {
    const config = readConfig(io.env);
    const opened = await joinDatabase(config, log, doing);
    try {
      return await work({ config, db: opened.db, clock: systemClock, log });
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (error instanceof ConfigError) throw new CommandError(error.message, EXIT.usage);
    throw new CommandError((error as Error).message);
  }
}
