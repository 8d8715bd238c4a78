import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLog } from '../log.ts';
import { listen } from './notices.ts';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url, application_name: 'listener' });
  pool.on('error', () => {});
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

test('a notice wakes the listener, also after its connection was cut', async () => {
  const woken = vi.fn();
  const ear = listen(pool, 'news', woken, createLog('silent'));
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(1));
  await sql`NOTIFY news`.execute(database.db);
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(2));

  await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'listener'`.execute(
    database.db,
  );
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(3), { timeout: 5_000 });
  await sql`NOTIFY news`.execute(database.db);
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(4));
  await ear.close();
});

test('a closed ear keeps no connection', async () => {
  const ear = listen(pool, 'news', () => {}, createLog('silent'));
  await ear.close();
  expect(pool.totalCount).toBe(0);
});
