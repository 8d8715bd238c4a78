import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase, createPool, type Database } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import type { Sealing } from '@entente/node/platform/sealing/sealing';
import pg from 'pg';
import { inject } from 'vitest';
import { askTestServer } from './database-server.ts';
import { testSealing } from './sealing.ts';

/** A database of a test file's own, migrated, empty. */
export interface TestDatabase {
  db: Database;
  pool: pg.Pool;
  /** With the keys of every test database. */
  sealing: Sealing;
  /** For what opens its own connections: a second process, a node under test (ENTENTE_DATABASE_URL). */
  url: string;
  /** For the same: the file of its keys (ENTENTE_KEY_FILE). */
  keyFile: string;
  close(): Promise<void>;
}

/** Copies the migrated template; about 50 ms. Call it once per file, in `beforeAll`, and `close` it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await askTestServer(inject('ententeTestServer'));
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await asOwner(server.maintenance, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  const url = server.url.replace('DATABASE', name);
  const pool = createPool(url, 10, createLog('silent'));
  const sealing = testSealing();
  return {
    db: createDatabase(pool, sealing),
    pool,
    sealing,
    url,
    keyFile: server.keyFile,
    close: async () => {
      await pool.end();
      await dropDatabase(server.maintenance, name);
    },
  };
}

/** How often a database is given up, a fifth of a second apart. */
const TRIES = 25;

/** Drops a database; the server's own vacuum, which the owner may not end, is waited for. */
async function dropDatabase(maintenance: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await asOwner(maintenance, `DROP DATABASE ${name} WITH (FORCE)`);
    } catch (error) {
      const { code } = error as { code?: string };
      if (tries === TRIES || (code !== INSUFFICIENT_PRIVILEGE && code !== OBJECT_IN_USE)) throw error;
      await pause(200);
    }
  }
}

const INSUFFICIENT_PRIVILEGE = '42501';
const OBJECT_IN_USE = '55006';

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
