// `npm start`: installs what is missing, builds the console, founds the demonstration node once and serves it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildConsole } from './build-console.mjs';
import { install, node, root } from './install.mjs';

try {
  install();
  buildConsole();
} catch (error) {
  console.error(`entente: ${error.message}`);
  process.exit(3);
}

const words = [join(root, 'packages/cli/src/entente.ts'), 'demonstration', ...process.argv.slice(2)];
// A newcomer's terminal keeps the address in sight; the log is there for whoever asks for it.
const env = { ENTENTE_LOG_LEVEL: 'warn', ...process.env };
const child = spawn(node, words, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });

// A terminal's Ctrl-C reaches the node as well, a `kill` of this process does not: a message stops it once in either case.
// Should this process be killed outright, the node sees the channel close and stops too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (child.connected) child.send('stop');
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
