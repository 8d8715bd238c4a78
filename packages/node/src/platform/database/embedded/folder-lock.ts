import { chmodSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { identifyProcess, isRunning, type ProcessIdentity } from './process-identity.ts';

/** Who holds a data folder, as written beside its lock. */
export interface Holder extends ProcessIdentity {
  /** What it is doing, for the message another process gets: `entente serve`. */
  doing: string;
}

/** A data folder held by this process alone. */
export interface FolderLock {
  release(): void;
}

/** The folder is in use; `holder` is undefined when it could not be told. */
export class FolderInUse extends Error {
  readonly holder: Holder | undefined;

  constructor(folder: string, holder: Holder | undefined) {
    const who = holder ? `process ${holder.pid} (${holder.doing})` : 'another process';
    super(
      `The data folder ${folder} is in use by ${who}. Stop that one first, or give this node a folder of its own with ENTENTE_DATA_DIR.`,
    );
    this.name = 'FolderInUse';
    this.holder = holder;
  }
}

/**
 * Takes the folder for this process, or throws FolderInUse at once.
 *
 * The lock is SQLite's exclusive lock on `node.lock`: the kernel holds it and lets go of it when the
 * process ends in whatever way, so there is no stale lock to judge and no race in taking one over.
 */
export function lockFolder(folder: string, doing: string): FolderLock {
  const file = join(folder, 'node.lock');
  const holderFile = join(folder, 'node.holder.json');
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    throw new FolderInUse(folder, readHolder(folder));
  }
  const holder: Holder = { ...identifyProcess(process.pid)!, doing };
  writeFileSync(holderFile, JSON.stringify(holder), { mode: 0o600 });
  return { release: () => lock.close() };
}

function readHolder(folder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'node.holder.json'), 'utf8')) as Holder;
    return isRunning(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}
