import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** A lock on a file, held until released or until the process ends. */
export interface FileLock {
  release(): void;
}

/**
 * Takes an exclusive lock, or one shared with other holders of a shared lock; undefined when it is taken.
 *
 * Node offers no file locks of its own, SQLite does: its lock on an empty database file is one of the
 * kernel's, which the kernel lets go of when the process ends in whatever way. So there is no stale lock to
 * judge, and no race in taking one over.
 */
export function lockFile(file: string, mode: 'exclusive' | 'shared'): FileLock | undefined {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0');
    if (mode === 'exclusive') lock.exec('BEGIN EXCLUSIVE');
    // Reading within a transaction takes SQLite's shared lock and keeps it.
    else lock.exec('BEGIN; SELECT count(*) FROM sqlite_master');
  } catch (error) {
    lock.close();
    if (!/locked|busy/i.test((error as Error).message)) throw error;
    return undefined;
  }
  return { release: () => lock.close() };
}
