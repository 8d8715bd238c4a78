import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Account } from './account.ts';

/** True when the account may pass through every folder down to `path`, or run it (as far as it exists already). */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true;
  let folder = existing(resolve(path));
  while (true) {
    if (!maySearch(account, folder)) return false;
    const parent = dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

function existing(path: string): string {
  return existsSync(path) ? realpathSync(path) : existing(dirname(path));
}

function maySearch(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
