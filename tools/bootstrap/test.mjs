// `npm test`: installs what is missing, then runs the checks, the tests and the browser journeys.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildConsole } from './build-console.mjs';
import { findChromium } from './chromium.mjs';
import { install, node, root } from './install.mjs';

try {
  install();
  buildConsole();
} catch (error) {
  console.error(`entente: ${error.message}`);
  process.exit(3);
}

const env = { ...process.env, CHROMIUM_PATH: findChromium() ?? '' };
const done = spawnSync(node, [join(root, 'tools/test.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
