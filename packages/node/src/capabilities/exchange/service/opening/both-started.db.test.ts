import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { notesOf, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { openUnasked } from '@entente/testkit/constellation/open-unasked';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SOON = { timeout: 15_000, interval: 50 };

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'], prepare: (node) => takeNotes(node) });
  await constellation.settle();
}, 60_000);
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');

const underWay = async ({ database }: ReturnType<typeof kz>) => {
  const { rows } = await sql<{ sent: number; delivered: number }>`
    SELECT sent, delivered FROM exchange.outgoing`.execute(database.db);
  return rows[0] && rows[0].sent - rows[0].delivered;
};

test('two nodes that start at once, each with what it has numbered and the other lacks, do not wait for each other for good', async () => {
  await india().stop();
  await sendNotes(kz(), india(), ['numbered while India was away']);
  await expect.poll(() => underWay(kz()), SOON).toBe(1);
  await kz().stop();

  await india().start();
  await openUnasked(india(), ['kz']);
  await sendNotes(india(), kz(), ['numbered while Kazakhstan was away']);
  await expect.poll(() => underWay(india()), SOON).toBe(1);
  await india().stop();

  await Promise.all([kz().start(), india().start()]);
  await constellation.settle();
  expect(await notesOf(india(), kz())).toEqual(['numbered while India was away']);
  expect(await notesOf(kz(), india())).toEqual(['numbered while Kazakhstan was away']);
});
