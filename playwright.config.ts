import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Set once by the runner; its workers inherit it.
process.env.JOURNEY_FOLDER ??= mkdtempSync(join(tmpdir(), 'entente-journey-'));
process.env.JOURNEY_PORT ??= '9180';
const port = Number(process.env.JOURNEY_PORT);

const origin = `http://kz.localhost:${port}`;

/** Stories in a real browser against a real demonstration node, which starts on an empty folder and is stopped at the end. */
export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  // Limits for what hangs, not for what a busy machine takes longer over.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: origin,
    // Told by officers who have folded the newcomer's guide away; its own story opens it.
    storageState: { cookies: [], origins: [{ origin, localStorage: [{ name: 'entente.guide', value: 'folded' }] }] },
    locale: 'en-GB',
    timezoneId: 'Asia/Almaty',
    // A trace of every step costs a third of the time. JOURNEY_TRACE=on records one for the story that is looked into.
    trace: process.env.JOURNEY_TRACE === 'on' ? 'on' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node_modules/.bin/node packages/cli/src/entente.ts demonstration --nodes 1 --travellers 0',
    url: `http://127.0.0.1:${port}/readyz`,
    env: {
      ENTENTE_DATA_DIR: process.env.JOURNEY_FOLDER,
      ENTENTE_PORT: String(port),
    },
    reuseExistingServer: false,
    timeout: 60_000,
    stdout: 'ignore',
    stderr: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
