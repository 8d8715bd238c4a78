import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberPending } from '../../../platform/database/sequence.ts';
import { appendBasisChange, appendChanges, feedHead, feedSequence, readFeed } from './feed.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const number = async () => {
  while ((await numberPending(database.db, feedSequence)) > 0);
};

test('a change that was written early and committed late is not passed over by a reader who went on', async () => {
  const { db } = database;
  const [early, late] = [crypto.randomUUID(), crypto.randomUUID()];
  const held = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const slow = db.transaction().execute(async (tx) => {
    await appendChanges(tx, 'un-sc', [{ subjectId: early, change: 'added' }]);
    written.resolve();
    await held.promise;
  });
  await written.promise;
  await db.transaction().execute((tx) => appendChanges(tx, 'un-sc', [{ subjectId: late, change: 'added' }]));
  await number();
  const first = await readFeed(db, 0, 10);
  expect(first).toMatchObject([{ position: 1, subjectId: late }]);
  held.resolve();
  await slow;
  await number();
  expect(await readFeed(db, first[0]!.position, 10)).toMatchObject([{ position: 2, subjectId: early }]);
});

test('what is rolled back leaves no gap, and a basis is a change of its own', async () => {
  const { db } = database;
  const before = await feedHead(db);
  const failed = db.transaction().execute(async (tx) => {
    await appendChanges(tx, 'un-sc', [{ subjectId: crypto.randomUUID(), change: 'removed' }]);
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  await db.transaction().execute((tx) => appendBasisChange(tx, 'us-csl'));
  await number();
  expect(await readFeed(db, before, 10)).toEqual([
    { position: before + 1, list: 'us-csl', subjectId: null, alertId: null, change: 'basis' },
  ]);
});
