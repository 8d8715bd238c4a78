import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { identifyProcess, isRunning } from './process-identity.ts';

/** A PostgreSQL server that this process started. */
export interface Postmaster {
  pid: number;
  /** Settles when the server is gone, with what it said last. */
  gone: Promise<string>;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 60_000;
const LARGEST_LOG = 10_000_000;

/** Starts the server and waits until it takes connections. */
export async function startPostmaster(home: Home, binaries: Binaries): Promise<Postmaster> {
  for (const name of readdirSync(home.socket)) rmSync(join(home.socket, name), { force: true });
  const child = spawnServer(home, binaries);
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`${signal ?? `exit ${code}`}; ${lastLines(home.logFile)}`));
  });
  let ended: string | undefined;
  void gone.then((said) => {
    ended = said;
  });
  const limit = Date.now() + START_LIMIT_MS;
  while (!isReady(home, child.pid)) {
    if (ended !== undefined) throw new Error(`PostgreSQL did not start: ${ended}`);
    if (Date.now() > limit) {
      child.kill('SIGQUIT');
      throw new Error(`PostgreSQL did not take connections within ${START_LIMIT_MS / 1000} s; see ${home.logFile}`);
    }
    await pause(10);
  }
  return { pid: child.pid!, gone };
}

/**
 * Stops the server in order: SIGINT ends its sessions, writes a checkpoint and leaves ("fast
 * shutdown"); SIGQUIT after a minute, from which the next start recovers.
 */
export async function stopPostmaster(pid: number, log: Log): Promise<void> {
  const identity = identifyProcess(pid);
  if (!identity) return;
  askToStop(pid);
  const limit = Date.now() + STOP_LIMIT_MS;
  while (isRunning(identity)) {
    if (Date.now() > limit) {
      log.warn({ pid }, 'PostgreSQL did not stop in order and is made to');
      signal(pid, 'SIGQUIT');
      await pause(1000);
      return;
    }
    await pause(10);
  }
}

/** Asks for a fast shutdown and does not wait for it. */
export function askToStop(pid: number): void {
  signal(pid, 'SIGINT');
}

/** The pid of a server still running on the cluster from a node that died; a stale pid file is cleared away. */
export function findOrphan(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number(readPidFile(file)?.[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const words = commandOf(pid);
  const isServer = basename(words[0] ?? '') === 'postgres';
  if (isServer && words.includes(cluster)) return pid;
  // The number now belongs to some other program: PostgreSQL would take it for a rival and refuse to start.
  if (!isServer) rmSync(file, { force: true });
  return undefined;
}

function spawnServer(home: Home, binaries: Binaries): ChildProcess {
  const large = (statSync(home.logFile, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG;
  // A file, not a pipe: the server must be able to write when this process has died.
  const logFile = openSync(home.logFile, large ? 'w' : 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', home.cluster], {
    cwd: home.folder,
    env: { LC_ALL: 'C', PATH: process.env.PATH },
    stdio: ['ignore', logFile, logFile],
    // Its own process group: Ctrl-C reaches the node alone, which drains before it stops the server.
    detached: true,
    ...home.account,
  });
  closeSync(logFile);
  return child;
}

/** Line 8 of postmaster.pid says `ready` once connections are taken. */
function isReady(home: Home, pid: number | undefined): boolean {
  const lines = readPidFile(join(home.cluster, 'postmaster.pid'));
  return lines?.[0] === String(pid) && lines[7]?.trim() === 'ready';
}

function readPidFile(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ');
  } catch {
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' | ');
  } catch {
    return 'it wrote no log';
  }
}
