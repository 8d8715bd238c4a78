import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '@entente/node/platform/database/database';
import { type EmbeddedServer, openEmbedded, type Reach } from '@entente/node/platform/database/embedded/embedded';
import { TEST_TUNING } from '@entente/node/platform/database/embedded/settings';
import { migrate } from '@entente/node/platform/database/migrate';
import { createLog } from '@entente/node/platform/log';
import pg from 'pg';
import { sweepTestServers, TEST_FOLDER } from './database-sweep.ts';
import { TEST_KEYS, testSealing } from './sealing.ts';

/** What a test file is told about the server. */
export interface TestServer {
  /** A database to give orders from, as the node's role. */
  maintenance: string;
  /** The migrated database that each test file copies. */
  template: string;
  /** The address of a database whose name takes the place of `DATABASE`. */
  url: string;
  /** The file of the keys that the test databases are sealed with. */
  keyFile: string;
}

const TEMPLATE = 'entente';

/**
 * Serves the address of one PostgreSQL for the whole test run on a Unix socket. The server is started when the
 * first test file asks, so that a run without database tests costs nothing.
 */
export function offerTestServer(): { address: string; close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), TEST_FOLDER));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const address = join(folder, 'ask.sock');
  let opened: Promise<{ embedded: EmbeddedServer; answer: TestServer }> | undefined;
  const server = createServer((_request, response) => {
    opened ??= openTestServer(folder);
    opened.then(
      ({ answer }) => response.end(JSON.stringify(answer)),
      (error: Error) => response.writeHead(500).end(String(error.stack)),
    );
  }).listen(address);
  return {
    address,
    close: async () => {
      await closed(server);
      const started = await opened?.catch(() => undefined);
      await started?.embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks for the server; starts it if this is the first question. */
export function askTestServer(address: string): Promise<TestServer> {
  return new Promise((resolve, reject) => {
    get({ socketPath: address, path: '/', agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as TestServer);
        else reject(new Error(`The test database did not start: ${text}`));
      });
    }).on('error', reject);
  });
}

async function openTestServer(folder: string): Promise<{ embedded: EmbeddedServer; answer: TestServer }> {
  const log = createLog('error');
  await sweepTestServers();
  const embedded = await openEmbedded(join(folder, 'data'), 'the tests', log, TEST_TUNING);
  const keyFile = join(folder, 'records.keys');
  writeFileSync(keyFile, TEST_KEYS, { mode: 0o600 });
  try {
    await prepare(embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const answer = {
    maintenance: addressOf({ ...embedded.reach, database: 'postgres' }),
    template: TEMPLATE,
    url: addressOf({ ...embedded.reach, database: 'DATABASE' }),
    keyFile,
  };
  return { embedded, answer };
}

async function prepare(embedded: EmbeddedServer): Promise<void> {
  const superuser = new pg.Client(embedded.superuser);
  await superuser.connect();
  await superuser.query('ALTER ROLE entente CREATEDB');
  await superuser.end();
  const pool = createPool(embedded.reach, 2, createLog('silent'));
  await migrate(pool, testSealing(), createLog('error'));
  await pool.end();
}

function addressOf(reach: Reach): string {
  return `postgresql://${reach.user}:${reach.password}@${encodeURIComponent(reach.host)}:${reach.port}/${reach.database}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
