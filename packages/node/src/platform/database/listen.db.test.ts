import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLog } from '../log.ts';
import { listen } from './listen.ts';

const log = createLog('silent');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Sessions of this database that listen. */
async function listeners(): Promise<number[]> {
  const { rows } = await database.pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
  );
  return rows.map(({ pid }) => pid);
}

test('a notice wakes the listener, also after its connection was cut, and each connection wakes it once', async () => {
  const woken = vi.fn();
  const listening = await listen(database.pool, 'news', woken, log);
  expect(woken).toHaveBeenCalledTimes(1);
  await database.pool.query('NOTIFY news');
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(2));

  await database.pool.query('SELECT pg_terminate_backend($1)', await listeners());
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(3), { timeout: 5000 });
  await database.pool.query('NOTIFY news');
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(4));
  await listening.close();
});

test('one that is closed stays closed and keeps no connection', async () => {
  const listening = await listen(database.pool, 'news', () => {}, log);
  await listening.close();
  await vi.waitFor(async () => expect(await listeners()).toEqual([]), { timeout: 5000 });
});

test('a server that is away when listening begins is waited for, and nobody else waits with it', async () => {
  const woken = vi.fn();
  const { rows } = await database.pool.query<{ name: string }>('SELECT current_database() AS name');
  const name = rows[0]!.name;
  const admit = (yes: boolean) => database.pool.query(`ALTER DATABASE ${name} CONNECTION LIMIT ${yes ? -1 : 0}`);
  await admit(false);
  const listening = await listen(database.pool, 'news', woken, log);
  expect(woken).not.toHaveBeenCalled();
  await admit(true);
  await vi.waitFor(() => expect(woken).toHaveBeenCalledTimes(1), { timeout: 5000 });
  await listening.close();
});
