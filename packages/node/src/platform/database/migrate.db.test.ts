import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

const log = createLog('silent');
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.pool.query('DROP SCHEMA platform CASCADE; DROP SCHEMA IF EXISTS trial CASCADE');
});
afterAll(() => database.close());

const FIRST = migration(1, 'CREATE SCHEMA trial; CREATE TABLE trial.one (id int)');

function migration(number: number, sql: string, checksum = String(number)): Migration {
  return { number, name: `000${number}-trial.sql`, sql, checksum };
}

async function tables(): Promise<string[]> {
  const { rows } = await database.pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'trial' ORDER BY 1");
  return rows.map((row: { tablename: string }) => row.tablename);
}

test('two processes that start at once apply each migration once', async () => {
  const slow = migration(2, 'SELECT pg_sleep(0.1); CREATE TABLE trial.two (id int)');
  const applied = await Promise.all([
    migrate(database.pool, database.sealing, log, [FIRST, slow]),
    migrate(database.pool, database.sealing, log, [FIRST, slow]),
  ]);
  expect(applied.map((names) => names.length).sort()).toEqual([0, 2]);
  expect(await tables()).toEqual(['one', 'two']);
});

test('a second start applies only what is new', async () => {
  await migrate(database.pool, database.sealing, log, [FIRST]);
  const second = migration(2, 'CREATE TABLE trial.two (id int)');
  expect(await migrate(database.pool, database.sealing, log, [FIRST, second])).toEqual(['0002-trial.sql']);
});

test('a migration that fails leaves nothing of itself, and names itself', async () => {
  const failing = migration(2, 'CREATE TABLE trial.two (id int); SELECT 1/0');
  await expect(migrate(database.pool, database.sealing, log, [FIRST, failing])).rejects.toThrow(
    'The migration 0002-trial.sql failed: division by zero',
  );
  expect(await tables()).toEqual(['one']);
});

const SPLIT =
  'CREATE TABLE trial.two (clear text, personal bytea);\n-- data step\nALTER TABLE trial.two DROP COLUMN clear';

test('rows are worked on between the two halves of a migration, with the keys at hand', async () => {
  const code = {
    dataStep: async (client: PoolClient, sealing: Sealing) => {
      await client.query('INSERT INTO trial.two VALUES ($1, $2)', ['Bekov', sealing.seal('trial.two/1', 'Bekov')]);
    },
    rewritten: ['trial.two'],
  };
  await migrate(database.pool, database.sealing, log, [FIRST, { ...migration(2, SPLIT), code }]);
  const { rows } = await database.pool.query('SELECT * FROM trial.two');
  expect(Object.keys(rows[0])).toEqual(['personal']);
  expect(database.sealing.open('trial.two/1', rows[0].personal)).toBe('Bekov');
  expect((await database.pool.query('SELECT FROM platform.rewrite')).rowCount).toBe(0);
});

test('work on rows that fails leaves nothing of its migration', async () => {
  const code = {
    dataStep: async () => {
      throw new Error('out of keys');
    },
    rewritten: ['trial.two'],
  };
  const failing = { ...migration(2, SPLIT), code };
  await expect(migrate(database.pool, database.sealing, log, [FIRST, failing])).rejects.toThrow(
    'The migration 0002-trial.sql failed: out of keys',
  );
  expect(await tables()).toEqual(['one']);
  expect((await database.pool.query('SELECT FROM platform.rewrite')).rowCount).toBe(0);
});

test('a migration changed after it was applied is refused', async () => {
  await migrate(database.pool, database.sealing, log, [FIRST]);
  const changed = migration(1, 'CREATE SCHEMA other', 'changed');
  await expect(migrate(database.pool, database.sealing, log, [changed])).rejects.toThrow(
    '0001-trial.sql was changed after it was applied',
  );
});

test("a newer program's database is refused, and not touched", async () => {
  await migrate(database.pool, database.sealing, log, [FIRST, migration(2, 'CREATE TABLE trial.two (id int)')]);
  await expect(migrate(database.pool, database.sealing, log, [FIRST])).rejects.toThrow(
    'holds the migration 0002-trial.sql, which this version of Entente does not know',
  );
});

test('the migrations in the repository have each a number of its own, in order', async () => {
  const numbers = (await readMigrations()).map(({ number }) => number);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});
