import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { serverAccount } from './account.ts';
import { canReach } from './reach.ts';

/** Where the embedded server lives, and as whom. */
export interface Home {
  /** Holds everything the server's account must reach. */
  folder: string;
  /** PostgreSQL's data directory. */
  cluster: string;
  /** Folder of the Unix socket. */
  socket: string;
  logFile: string;
  account: Account | undefined;
}

/** Clusters of data folders that the server's account cannot reach, such as those under /root. */
const ELSEWHERE = '/var/lib/entente';

/** `sun_path` holds 103 bytes on macOS, 107 on Linux; `/.s.PGSQL.5432.lock` takes 19 of them. */
const LONGEST_SOCKET_FOLDER = 84;

/**
 * Finds where the cluster of a data folder lives, or decides it: inside, so that the folder can be moved whole, or,
 * where the server's account cannot reach it, elsewhere, as `database.location` then says.
 */
export function findHome(dataDir: string): Home {
  const folder = findFolder(dataDir);
  const account = serverAccount(join(folder, 'cluster'));
  makeFolder(folder, account);
  const socket = socketFolder(folder, account);
  writeFileSync(socketNote(dataDir), `${socket}\n`, { mode: 0o600 });
  return { folder, cluster: join(folder, 'cluster'), socket, logFile: join(folder, 'server.log'), account };
}

/** Where the server of a data folder listens, or last did. */
export function readSocketNote(dataDir: string): string | undefined {
  return readNote(socketNote(dataDir));
}

function socketNote(dataDir: string): string {
  return join(dataDir, 'database.socket');
}

function readNote(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function findFolder(dataDir: string): string {
  const inside = join(dataDir, 'database');
  if (existsSync(inside)) return inside;
  const note = join(dataDir, 'database.location');
  const recorded = readNote(note);
  if (recorded) return recorded;
  if (canReach(serverAccount(undefined), inside)) return inside;
  const elsewhere = join(ELSEWHERE, randomBytes(8).toString('hex'));
  writeFileSync(note, `${elsewhere}\n`, { mode: 0o600 });
  return elsewhere;
}

/** Inside the home, or, where that path is too long for a socket, in a folder of its own among the temporary ones. */
function socketFolder(home: string, account: Account | undefined): string {
  const inside = join(home, 'socket');
  const fits = Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER;
  const folder = fits ? inside : join(realpathSync(tmpdir()), `entente-${randomBytes(8).toString('hex')}`);
  makeFolder(folder, account);
  return folder;
}

function makeFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}
