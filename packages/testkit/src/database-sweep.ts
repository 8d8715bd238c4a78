import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFile } from '@entente/node/platform/database/embedded/file-lock';
import { findOrphan, stopPostmaster } from '@entente/node/platform/database/embedded/postmaster';
import { createLog } from '@entente/node/platform/log';

/** The temporary folders of test runs begin so. */
export const TEST_FOLDER = 'entente-test-';

/** A younger folder may belong to a run that is just starting. */
const OLD_MS = 5 * 60_000;

/** Stops the servers of test runs that were killed, and removes their folders. */
export async function sweepTestServers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (name.startsWith(TEST_FOLDER) && isOld(folder)) await sweep(folder);
  }
}

function isOld(folder: string): boolean {
  const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > OLD_MS;
}

async function sweep(folder: string): Promise<void> {
  const lockPath = join(folder, 'data', 'node.lock');
  if (!existsSync(lockPath)) return;
  const lock = lockFile(lockPath, 'exclusive');
  if (!lock) return;
  const server = findOrphan(join(folder, 'data', 'database', 'cluster'));
  if (server !== undefined) await stopPostmaster(server, createLog('silent'));
  rmSync(folder, { recursive: true, force: true });
  lock.release();
}
