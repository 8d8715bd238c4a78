import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { serverAccount } from './account.ts';
import { canReach } from './reach.ts';

/** Where the embedded server lives, and as whom. */
export interface Home {
  /** The node's data folder. */
  dataDir: string;
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

/** `sun_path` holds 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.5432.lock` takes 19. */
const LONGEST_SOCKET_FOLDER = 84;

/** Makes the data folder, readable by its owner alone. Root's lets others pass, since the server's account must. */
export function makeDataFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const real = realpathSync(dataDir);
  chmodSync(real, process.getuid?.() === 0 ? 0o711 : 0o700);
  return real;
}

/** Decides where the cluster lives; once decided, `database.location` in the data folder says so. */
export function findHome(dataDir: string): Home {
  const record = join(dataDir, 'database.location');
  const recorded = existsSync(record) ? readFileSync(record, 'utf8').trim() : undefined;
  const folder = recorded ?? chooseFolder(dataDir);
  const account = serverAccount(join(folder, 'cluster'));
  makeFolder(folder, account);
  if (!recorded) writeFileSync(record, `${folder}\n`, { mode: 0o600 });
  const home = realpathSync(folder);
  return {
    dataDir,
    folder: home,
    cluster: join(home, 'cluster'),
    socket: socketFolder(home, account),
    logFile: join(home, 'server.log'),
    account,
  };
}

function chooseFolder(dataDir: string): string {
  const inside = join(dataDir, 'database');
  if (canReach(serverAccount(undefined), inside)) return inside;
  return join(ELSEWHERE, randomBytes(8).toString('hex'));
}

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
