import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { decodeKeyRing, encodeKeyRing, foundKeyRing, type KeyRing } from './key-ring.ts';

/** The key file is missing, open to others, not readable, or not the one that belongs here. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** A key file as it was read, with what tells whether it has been changed since. */
export interface ReadKeyFile {
  ring: KeyRing;
  stamp: string;
}

/** Reads the key file; undefined where there is none. */
export function readKeyFile(file: string): ReadKeyFile | undefined {
  try {
    const stats = statSync(file);
    if ((stats.mode & 0o077) !== 0) {
      throw new KeyFileError(`The key file ${file} can be read by others. Run: chmod 600 ${file}`);
    }
    return { ring: decodeKeyRing(readFileSync(file, 'utf8')), stamp: stampOf(stats) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof KeyFileError) throw error;
    throw new KeyFileError(`The key file ${file} cannot be used: ${(error as Error).message}.`);
  }
}

/** What tells one state of the file from another; undefined where there is none. */
export function readStamp(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && stampOf(stats);
}

/** Makes the file of a node being founded, for its owner alone. Two processes may found at once: the first file stands, and both use it. */
export function foundKeyFile(file: string): ReadKeyFile {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = writeDraft(file, foundKeyRing());
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  syncFolder(file);
  return readKeyFile(file)!;
}

/** Puts other keys in the place of the file's, in one step: whoever reads sees the old ones or the new ones. */
export function replaceKeyFile(file: string, ring: KeyRing): void {
  const draft = writeDraft(file, ring);
  renameSync(draft, file);
  syncFolder(file);
}

function writeDraft(file: string, ring: KeyRing): string {
  const draft = `${file}.${crypto.randomUUID()}`;
  writeFileSync(draft, encodeKeyRing(ring), { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}

/** Records will need these keys: the file must outlast a power cut before the first of them is written. */
function syncFolder(file: string): void {
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** A replaced file is another inode, an edited one has another time. */
function stampOf({ ino, mtimeMs, size }: Stats): string {
  return `${ino} ${mtimeMs} ${size}`;
}
