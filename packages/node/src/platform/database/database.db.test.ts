import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDatabaseAway } from './failures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a count arrives as a number and a moment as a Date, a day as its text', async () => {
  const { rows } = await sql<{ count: unknown; at: unknown; day: unknown }>`
    SELECT 42::bigint AS count, '2018-06-10T09:00:00Z'::timestamptz AS at, '2018-06-10'::date AS day`.execute(
    database.db,
  );
  expect(rows).toEqual([{ count: 42, at: new Date('2018-06-10T09:00:00Z'), day: '2018-06-10' }]);
});

test('a count that a number cannot hold is refused, not rounded', async () => {
  await expect(sql`SELECT 9007199254740993::bigint`.execute(database.db)).rejects.toThrow('does not fit a number');
});

test('a connection cut in the middle of a transaction fails the transaction, not the process', async () => {
  const cut = database.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(tx);
    await sql`SELECT pg_terminate_backend(${rows[0]!.pid})`.execute(database.db);
    // Until the news of the cut has arrived, with nobody asking.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sql`SELECT 1`.execute(tx);
  });
  await expect(cut).rejects.toSatisfy(isDatabaseAway);
  await expect(sql`SELECT 1 AS one`.execute(database.db)).resolves.toMatchObject({ rows: [{ one: 1 }] });
});
