/* A process of its own for the tests of the supervisor: opens the server of a folder, and closes it on SIGINT. */
import { openEmbedded } from '@entente/node/platform/database/embedded/embedded';
import { TEST_TUNING } from '@entente/node/platform/database/embedded/settings';
import { visitEmbedded } from '@entente/node/platform/database/embedded/visit';
import { createLog } from '@entente/node/platform/log';

const [mode, folder] = process.argv.slice(2) as ['own' | 'visit', string];

try {
  const opened = mode === 'own' ? await own() : await visit();
  process.once('SIGINT', async () => {
    await opened.close();
    say({ closed: true });
    process.exit(0);
  });
  process.once('SIGUSR2', () => process.exit(3));
  setInterval(() => {}, 1000);
  say({ opened: true, ...opened.facts });
} catch (error) {
  say({ refused: (error as Error).message });
  process.exit(1);
}

async function own() {
  const server = await openEmbedded(folder, 'a test node', createLog('silent'), TEST_TUNING);
  return { facts: { server: server.supervisor.pid(), reach: server.reach }, close: server.stop };
}

async function visit() {
  const { reach, guest, leave } = await visitEmbedded(folder, 'a test command', createLog('silent'));
  return { facts: { guest, reach }, close: leave };
}

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
