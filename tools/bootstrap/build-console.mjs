// Builds the console when its sources are newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root } from './install.mjs';

const console_ = join(root, 'packages/console');
const stamp = join(console_, 'dist/.built');
const sources = [
  'packages/console/src',
  'packages/console/public',
  'packages/console/index.html',
  'packages/console/vite.config.ts',
  'packages/contracts/src',
  'package-lock.json',
];

/** Builds packages/console/dist unless it is up to date; throws when the build fails. */
export function buildConsole() {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newest(sources.map((path) => join(root, path))) < built) return;
  console.log('Building the console …');
  const started = new Date();
  const done = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: console_,
    stdio: 'inherit',
  });
  if (done.status !== 0) throw new Error('the console could not be built; the lines above say why');
  writeFileSync(stamp, started.toISOString());
}

function newest(paths) {
  return Math.max(0, ...paths.filter((path) => existsSync(path)).map(newestBelow));
}

function newestBelow(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestBelow(join(path, name))));
}
