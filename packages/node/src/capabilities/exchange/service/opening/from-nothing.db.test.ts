import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { notesOf, numberedNotes, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { copyDatabase, type DatabaseCopy } from '@entente/testkit/database-copy';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyStoredLog } from '../../../audit/index.ts';

let constellation: Constellation;
let copy: DatabaseCopy;
beforeAll(async () => {
  constellation = await openConstellation({
    states: ['KZ', 'IN', 'PK'],
    start: false,
    prepare: (node) => takeNotes(node),
  });
  copy = await copyDatabase(kz().database);
  await Promise.all(constellation.nodes.map((node) => node.start()));
  await constellation.settle();
}, 60_000);
afterAll(async () => {
  await constellation.close();
  await copy?.drop();
});

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');

test('a node that kept its keys and nothing else has all that was sent, both ways, and a log that goes on', async () => {
  const notes = numberedNotes(150);
  await sendNotes(kz(), india(), notes);
  await sendNotes(india(), kz(), notes);
  await constellation.settle();
  // What is under no head that others have seen is lost with the disk.
  await expect.poll(() => unplaced(), { timeout: 15_000 }).toBe(0);
  for (const { node } of constellation.nodes) await node.exchange.witness();

  await kz().stop();
  await copy.putBack();
  await kz().start();
  await constellation.settle();
  expect(await notesOf(kz(), india())).toEqual(notes);
  expect(await notesOf(india(), kz())).toEqual(notes);
  await sendNotes(kz(), india(), ['after']);
  await constellation.settle();
  expect(await notesOf(india(), kz())).toEqual([...notes, 'after']);

  await expect.poll(() => unplaced(), { timeout: 15_000 }).toBe(0);
  for (const { node } of constellation.nodes) await node.exchange.witness();
  const { verdict } = (await verifyStoredLog(kz().database.db, kz().founder.nodeKeyFile, {}))!;
  expect(verdict).toMatchObject({ faults: [] });
  expect(verdict.lost).toBeGreaterThan(300);
  const { rows } = await sql`SELECT FROM exchange.split_view`.execute(india().database.db);
  expect(rows).toEqual([]);
});

async function unplaced(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM audit.record WHERE position IS NULL`.execute(kz().database.db);
  return rows[0]!.count;
}
