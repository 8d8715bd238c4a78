import { AlertSort, AlertStatus } from '@entente/contracts/alerts/alert';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AlertFilter, type AlertOrder, COUNTED, searchAlerts } from './alert-search.ts';

/** More than are counted, so that a list without a filter walks its order. */
const MANY = COUNTED + 500;
const ALL: AlertFilter = { categories: ['missing', 'witness'] };
const COLUMNS = { updated: 'updated_at', created: 'created_at', expires: 'expires_at', review: 'review_at' };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  // Ten share each moment, as alerts do that end on one day; drafts have no end yet, and every seventh alert is one.
  await database.pool.query(
    `INSERT INTO alerts.alert (id, reference, owner, kind, category, action, status, current, pending, author, authority,
       created_at, updated_at, expires_at, review_at)
     SELECT gen_random_uuid(), 'KZ-2026-' || lpad(at::text, 6, '0'), 'KZ', CASE WHEN at % 50 = 0 THEN 'document' ELSE 'person' END,
       CASE WHEN at % 3 = 0 THEN 'missing' ELSE 'witness' END, 'arrest', status, 1, 1, gen_random_uuid(), 'contact-point',
       timestamptz '2026-01-01' + at / 10 * interval '1 hour', timestamptz '2026-02-01' + at * 7 % 1000 * interval '1 hour',
       CASE WHEN status <> 'draft' THEN timestamptz '2027-01-01' + at * 13 % 400 * interval '1 day' END,
       CASE WHEN status <> 'draft' THEN timestamptz '2026-06-01' + at * 17 % 300 * interval '1 day' END
     FROM (SELECT at, ($1::text[])[1 + at % 7] AS status FROM generate_series(1, $2::integer) AS at) AS made`,
    [AlertStatus.enum.filter((status) => status !== 'abandoned'), MANY],
  );
});
afterAll(() => database.close());

/** What a page must hold, by plain sorting of everything. */
async function expected(where: string, { sort, descending, limit }: AlertOrder, skip: number): Promise<string[]> {
  const by = sort === 'reference' ? 'reference' : COLUMNS[sort];
  const direction = descending ? 'DESC' : 'ASC';
  const { rows } = await database.pool.query<{ id: string }>(
    `SELECT id FROM alerts.alert WHERE ${where} AND ${by} IS NOT NULL
     ORDER BY ${by} ${direction}, id ${direction} LIMIT ${limit} OFFSET ${skip}`,
  );
  return rows.map(({ id }) => id);
}

const FILTERS: { title: string; filter: AlertFilter; where: string; counted: number }[] = [
  { title: 'more than are counted', filter: ALL, where: 'true', counted: COUNTED + 1 },
  { title: 'a few', filter: { ...ALL, kind: 'document' }, where: "kind = 'document'", counted: 210 },
  { title: 'one status', filter: { ...ALL, status: 'expired' }, where: "status = 'expired'", counted: 1500 },
  {
    title: 'those that end before a day',
    filter: { ...ALL, expiresBefore: '2027-03-01T00:00:00.000Z' },
    where: "expires_at < '2027-03-01'",
    counted: 1330,
  },
];

describe.each(FILTERS)('a list of $title', ({ filter, where, counted }) => {
  test.each(AlertSort.enum)('sorted by %s is the sorted whole, page by page, from either end', async (sort) => {
    for (const descending of [false, true]) {
      const order: AlertOrder = { sort, descending, limit: 45 };
      for (let page = 0; page < 3; page += 1) {
        const { alerts, count } = await searchAlerts(database.db, filter, order);
        expect(alerts.map(({ id }) => id)).toEqual(await expected(where, order, page * 45));
        expect(count).toBe(counted);
        const last = alerts.at(-1)!;
        order.after = { value: last.sorted!, id: last.id };
      }
    }
  });
});
