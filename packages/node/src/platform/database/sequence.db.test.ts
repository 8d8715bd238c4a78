import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { numberPending, type Sequence, startSequencer } from './sequence.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(`
    CREATE TABLE item (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, position bigint UNIQUE);
    CREATE TABLE item_count (size bigint NOT NULL)`);
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('TRUNCATE item, item_count RESTART IDENTITY; INSERT INTO item_count VALUES (0)'));

const ITEMS: Sequence<{ id: number }> = {
  name: 'test.item',
  batch: 3,
  readSize: async (tx) => (await sql<{ size: number }>`SELECT size FROM item_count`.execute(tx)).rows[0]!.size,
  readPending: async (tx, limit) =>
    (await sql<{ id: number }>`SELECT id FROM item WHERE position IS NULL ORDER BY id LIMIT ${limit}`.execute(tx)).rows,
  place: async (tx, rows, first) => {
    for (const [at, { id }] of rows.entries()) {
      await sql`UPDATE item SET position = ${first + at} WHERE id = ${id}`.execute(tx);
    }
  },
  advance: async (tx, from, to) =>
    (await sql`UPDATE item_count SET size = ${to} WHERE size = ${from}`.execute(tx)).numAffectedRows === 1n,
};

const add = (count: number) => database.pool.query('INSERT INTO item SELECT FROM generate_series(1, $1)', [count]);
const positions = async () =>
  (await database.pool.query('SELECT position FROM item ORDER BY position')).rows.map(({ position }) => position);

test('rows are numbered from 0 without gaps, a batch at a time', async () => {
  await add(7);
  expect([await numberPending(database.db, ITEMS), await numberPending(database.db, ITEMS)]).toEqual([3, 3]);
  expect(await numberPending(database.db, ITEMS)).toBe(1);
  expect(await numberPending(database.db, ITEMS)).toBe(0);
  expect(await positions()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('while one process numbers, another leaves it to do so', async () => {
  await add(2);
  let other: number | undefined;
  const slow = {
    ...ITEMS,
    place: async (...args: Parameters<typeof ITEMS.place>) => {
      other = await numberPending(database.db, ITEMS);
      await ITEMS.place(...args);
    },
  };
  expect(await numberPending(database.db, slow)).toBe(2);
  expect(other).toBe(0);
});

test('a batch that fails, or finds the size moved, leaves nothing behind', async () => {
  await add(2);
  const failing = { ...ITEMS, advance: async () => Promise.reject(new Error('cut')) };
  await expect(numberPending(database.db, failing)).rejects.toThrow('cut');
  const moved = { ...ITEMS, advance: async () => false };
  await expect(numberPending(database.db, moved)).rejects.toThrow('moved while it was being numbered');
  expect(await positions()).toEqual([null, null]);
});

test('a sequencer goes on after a failure, and says it once', async () => {
  await add(2);
  const lines: string[] = [];
  let failures = 0;
  const shaky = {
    ...ITEMS,
    readPending: async (...args: Parameters<typeof ITEMS.readPending>) => {
      if (failures++ < 3) throw new Error('the database is away');
      return await ITEMS.readPending(...args);
    },
  };
  const sequencer = startSequencer(database.db, shaky, {
    everyMs: 5,
    log: createLog('error', (line) => void lines.push(line)),
  });
  await expect.poll(positions).toEqual([0, 1]);
  await sequencer.stop();
  expect(lines).toHaveLength(1);
});

test('a wake numbers at once what a long tick would leave waiting', async () => {
  const sequencer = startSequencer(database.db, ITEMS, { everyMs: 3_600_000, log: createLog('error') });
  await add(5);
  sequencer.wake();
  await expect.poll(positions).toEqual([0, 1, 2, 3, 4]);
  await sequencer.stop();
  await add(1);
  sequencer.wake();
  expect(await positions()).toEqual([0, 1, 2, 3, 4, null]);
});
