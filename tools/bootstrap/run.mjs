// Runs one of the project's programs on the project's own Node, installing first what is missing: `node run.mjs FILE ARG…`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, node, root } from './install.mjs';

try {
  install({ quiet: true });
} catch (error) {
  console.error(`entente: ${error.message}`);
  process.exit(3);
}

const [file, ...args] = process.argv.slice(2);
const done = spawnSync(node, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
