import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Home } from './home.ts';
import { CLIENT_AUTHENTICATION, serverSettings, type Tuning } from './settings.ts';

/** The major version of the server we bring; a cluster of another one is refused. */
const MAJOR = '18';

/** Makes the cluster if there is none yet. Call it with the folder's lock held. */
export async function foundCluster(
  home: Home,
  binaries: Binaries,
  superuserPassword: string,
  tuning: Tuning,
): Promise<void> {
  if (existsSync(home.cluster)) return checkVersion(home.cluster);
  // initdb works under another name, so that a cluster is either whole or absent.
  const partial = `${home.cluster}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const passwordFile = join(home.folder, 'initdb.password');
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  try {
    await runInitdb(home, binaries, [
      `--pgdata=${partial}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of text on every machine, whatever its C library.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
      ...(tuning.durable ? [] : ['--no-sync']),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, home.cluster);
}

/** Writes the settings this version of Entente means. */
export function configureCluster(home: Home, tuning: Tuning): void {
  const files = { 'postgresql.conf': serverSettings(home, tuning), 'pg_hba.conf': CLIENT_AUTHENTICATION };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home.cluster, name), text);
}

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new Error(`The database in ${cluster} was made by PostgreSQL ${version}; this Entente brings ${MAJOR}.`);
  }
}

function runInitdb(home: Home, binaries: Binaries, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, args, {
      cwd: home.folder,
      env: { LC_ALL: 'C', PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own process group: Ctrl-C must not cut it in the middle.
      detached: true,
      ...home.account,
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb could not make the database in ${home.folder}: ${said.trim() || `exit ${code}`}`));
    });
  });
}
