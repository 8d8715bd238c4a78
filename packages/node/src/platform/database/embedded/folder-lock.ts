import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from './file-lock.ts';
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

/** Takes the folder for this process, or throws FolderInUse at once. */
export function lockFolder(folder: string, doing: string): FolderLock {
  const lock = lockFile(join(folder, 'node.lock'), 'exclusive');
  if (!lock) throw new FolderInUse(folder, readHolder(folder));
  const holder: Holder = { ...identifyProcess(process.pid)!, doing };
  writeFileSync(join(folder, 'node.holder.json'), JSON.stringify(holder), { mode: 0o600 });
  return lock;
}

/** The process that holds the folder; undefined when the note beside the lock is of an earlier one. */
function readHolder(folder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(folder, 'node.holder.json'), 'utf8')) as Holder;
    return isRunning(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}
