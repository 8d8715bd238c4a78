import { rmSync } from 'node:fs';
import pg from 'pg';
import { makeDataFolder } from '../../data-folder.ts';
import type { Log } from '../../log.ts';
import { findBinaries } from './binaries.ts';
import { configureCluster, foundCluster } from './cluster.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { lockFolder } from './folder-lock.ts';
import { findHome, type Home } from './home.ts';
import { NODE_TUNING, SOCKET_PORT, type Tuning } from './settings.ts';
import { type Supervisor, supervise } from './supervisor.ts';

/** How to reach a database of the embedded server. */
export interface Reach {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

/** The embedded server, owned by this process. */
export interface EmbeddedServer {
  /** The node's own database, as its owner. */
  reach: Reach;
  superuser: Reach;
  supervisor: Supervisor;
  /** Stops the server in order and gives the folder free. */
  stop(): Promise<void>;
}

export const DATABASE = 'entente';

/**
 * Starts the server of a data folder and owns it until `stop`. `doing` names the caller in the message
 * another process gets. Throws FolderInUse when another process has the folder.
 */
export async function openEmbedded(
  dataDir: string,
  doing: string,
  log: Log,
  tuning: Tuning = NODE_TUNING,
): Promise<EmbeddedServer> {
  const held: { release(): void }[] = [];
  const letGo = () => {
    for (const lock of held.splice(0).reverse()) lock.release();
  };
  try {
    const folder = makeDataFolder(dataDir);
    held.push(lockFolder(folder, doing));
    const home = findHome(folder);
    // A copy of the data folder would name the same home.
    held.push(lockFolder(home.folder, doing));
    const server = await startServer(home, readCredentials(folder), log, tuning);
    const stop = async () => {
      await server.supervisor.stop();
      if (!home.socket.startsWith(home.folder)) rmSync(home.socket, { recursive: true, force: true });
      letGo();
    };
    return { ...server, stop };
  } catch (error) {
    letGo();
    throw error;
  }
}

export function reachOf(socket: string, user: string, password: string, database: string): Reach {
  return { host: socket, port: SOCKET_PORT, user, password, database };
}

async function startServer(home: Home, credentials: Credentials, log: Log, tuning: Tuning) {
  const binaries = findBinaries(home);
  await foundCluster(home, binaries, credentials.superuser, tuning);
  configureCluster(home, tuning);
  const supervisor = await supervise(home, binaries, log);
  const superuser = reachOf(home.socket, 'postgres', credentials.superuser, 'postgres');
  try {
    await foundDatabase(superuser, credentials);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return { reach: reachOf(home.socket, 'entente', credentials.node, DATABASE), superuser, supervisor };
}

/** The node's role owns its database and is no superuser, so that no statement of the node can leave the database. */
async function foundDatabase(superuser: Reach, credentials: Credentials): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const roles = await client.query("SELECT FROM pg_roles WHERE rolname = 'entente'");
    if (roles.rowCount === 0) {
      await client.query(`CREATE ROLE entente LOGIN PASSWORD ${client.escapeLiteral(credentials.node)}`);
    }
    const databases = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER entente`);
  } finally {
    await client.end();
  }
}
