import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `kill -9` of the PostgreSQL of a data folder. False where none runs. */
export function killPostmaster(folder: string): boolean {
  const pid = runningPostmaster(folder);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** The process id of the server that runs on the folder's cluster, by its pid file; never another program that has the number now. */
function runningPostmaster(folder: string): number | undefined {
  const cluster = join(folder, 'database', 'cluster');
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return commandOf(pid).includes(cluster) ? pid : undefined;
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
