import { operatorAttribution, readFounding } from '@entente/node/capabilities/access/index';
import { viewLists, withdrawBasis } from '@entente/node/capabilities/alerts/index';
import type { Foundation } from '@entente/node/compose';
import { systemClock } from '@entente/node/platform/clock';
import { readConfig } from '@entente/node/platform/config';
import { createLog } from '@entente/node/platform/log';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';
import { foundDemonstrationNode } from './demonstration.ts';

let database: TestDatabase;
let foundation: Foundation;
beforeEach(async () => {
  database = await testDatabase();
  foundation = {
    config: readConfig({}),
    log: createLog('silent'),
    clock: systemClock,
    database: { ...database, lost: new Promise(() => {}) },
    sealing: database.sealing,
  };
});
afterEach(() => database.close());

const answering = async () =>
  (await viewLists(database.db)).filter(({ basis }) => basis).map(({ id, counts }) => `${id} ${counts.person}`);

const count = async (event: string) => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM audit.record WHERE content::jsonb ->> 'event' = ${event}`.execute(database.db);
  return rows[0]?.count;
};

test('the invented list answers at the desk, the UN list too though it is empty, and no other', async () => {
  await foundDemonstrationNode(foundation);
  expect(await readFounding(database.db)).toMatchObject({ demonstration: true, state: 'KZ' });
  expect(await answering()).toEqual(['invented 297', 'un-sc 0']);
});

test('a second start leaves everything as the officers have made it', async () => {
  await foundDemonstrationNode(foundation);
  await withdrawBasis({ db: database.db, clock: systemClock }, 'un-sc', operatorAttribution('test'));
  await foundDemonstrationNode(foundation);
  expect(await answering()).toEqual(['invented 297']);
  expect(await count('alerts.list-imported')).toBe(1);
});

test('a founding cut short after any step is completed by the next start', async () => {
  const steps = ['access.node-founded', 'alerts.basis-stated', 'alerts.list-import-started', 'alerts.list-imported'];
  for (const step of steps) {
    const other = await testDatabase();
    const cutShort = { ...foundation, database: { ...other, lost: new Promise<Error>(() => {}) } };
    // The server refuses the step's own audit record, as if the node had died in that transaction.
    await sql`ALTER TABLE audit.record ADD CONSTRAINT cut CHECK (content::jsonb ->> 'event' <> ${sql.lit(step)})`.execute(
      other.db,
    );
    await expect(foundDemonstrationNode(cutShort)).rejects.toThrow();
    await sql`ALTER TABLE audit.record DROP CONSTRAINT cut`.execute(other.db);
    await foundDemonstrationNode(cutShort);
    const lists = await viewLists(other.db);
    expect(lists.find(({ id }) => id === 'invented')).toMatchObject({
      counts: { person: 297 },
      basis: { action: 'inform' },
    });
    await other.close();
  }
});

test('a node that is no demonstration is left alone', async () => {
  await sql`INSERT INTO access.node (state, demonstration, founded_at) VALUES ('KZ', false, now())`.execute(
    database.db,
  );
  await expect(foundDemonstrationNode(foundation)).rejects.toThrow('is no demonstration');
});
