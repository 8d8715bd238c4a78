import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { steadyMs } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Log } from '../../../../platform/log.ts';
import type { Watch } from '../watch.ts';
import { readSnapshot } from './read-snapshot.ts';
import { namedIndexes, writeSnapshot } from './write-snapshot.ts';

/** Fewer are loaded as fast as a file is read. */
const WORTH_A_FILE = 5_000;

/** Subjects ended in one index from which on, and more than half as many as are in force, its memory is written anew. */
const WORTH_A_COPY = 20_000;

/** After a failure it is not tried again at once. */
const AGAIN_MS = 60_000;

/** The index on disk, and its memory given back. */
export interface Snapshots {
  /** Reads what the disk holds into the index; false when there is nothing to go by. */
  read(): Promise<boolean>;
  /** Looks whether it is time to write, and if so begins. */
  look(): void;
  /** When nothing changes any more: writes what is not on disk yet. */
  last(): Promise<void>;
}

export interface KeepParts {
  watch: Watch;
  db: Database;
  log: Log;
  folder: string;
  everyMs: number;
  /** Alerts and subjects from which on a file is written. */
  worthAFile?: number;
}

export function keepSnapshots({ watch, db, log, folder, everyMs, worthAFile = WORTH_A_FILE }: KeepParts): Snapshots {
  const path = join(folder, 'screening-index.sealed');
  const parts = { watch, db, log, path };
  let writing: Promise<void> | undefined;
  let writtenMs = steadyMs();
  /** The revision on disk; -1: none. */
  let writtenOf = -1;
  let notBeforeMs = 0;
  let onDisk = false;

  const isWorthFile = () => everyMs > 0 && watch.alerts.size + watch.index.size >= worthAFile;
  const isChanged = () => revisionOf(watch) !== writtenOf;

  async function write(copy: boolean, file: boolean): Promise<void> {
    const revision = revisionOf(watch);
    try {
      await writeSnapshot(parts, { copy, file });
      if (!file) return;
      onDisk = true;
      writtenOf = revision;
      writtenMs = steadyMs();
    } catch (error) {
      const { code, name } = error as NodeJS.ErrnoException;
      log.warn({ code, kind: name }, 'the index could not be written to disk');
      notBeforeMs = steadyMs() + AGAIN_MS;
      // What was erased must not stay on the disk because nothing newer could be written.
      await forget().catch(() => {});
    }
  }

  async function forget(): Promise<void> {
    await rm(path, { force: true });
    onDisk = false;
  }

  return {
    async read() {
      if (everyMs === 0) {
        await forget();
        return false;
      }
      const isRead = await readSnapshot(parts);
      onDisk = isRead;
      writtenOf = isRead ? revisionOf(watch) : -1;
      writtenMs = steadyMs();
      return isRead;
    },
    look() {
      if (writing || watch.currentAt === null || steadyMs() < notBeforeMs) return;
      const file = isWorthFile() && isChanged() && (writtenOf === -1 || steadyMs() - writtenMs >= everyMs);
      // Of too few to be worth a file, an older one, of when there were more, tells what is no longer so.
      const work = onDisk && !isWorthFile() ? forget() : file || hasEnded(watch) ? write(true, file) : undefined;
      writing = work?.finally(() => {
        writing = undefined;
      });
    },
    async last() {
      await writing;
      if (watch.currentAt === null) return;
      if (isWorthFile() && isChanged()) await write(false, true);
      else if (!isWorthFile()) await forget();
    },
  };
}

function revisionOf({ alerts, index }: Watch): number {
  return alerts.revision + index.revision;
}

function hasEnded(watch: Watch): boolean {
  return [...namedIndexes(watch).values()].some(({ ended, size }) => ended > WORTH_A_COPY && ended > size / 2);
}
