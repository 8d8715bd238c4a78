import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { notesOf, numberedNotes, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { copyDatabase, type DatabaseCopy } from '@entente/testkit/database-copy';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../../platform/log.ts';
import { verifyStoredLog } from '../../../audit/index.ts';
import { eraseContents } from '../erase-contents.ts';

const SOON = { timeout: 20_000, interval: 50 };
const WINDOW_MINUTES = 91 * 24 * 60;

let constellation: Constellation;
let copy: DatabaseCopy;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'PK'], prepare: (node) => takeNotes(node) });
}, 60_000);
afterAll(async () => {
  await constellation.close();
  await copy?.drop();
});

const kz = () => constellation.of('KZ');
const india = () => constellation.of('IN');

const [BEFORE, OLD, RECENT] = [numberedNotes(5), numberedNotes(25).slice(5), numberedNotes(35).slice(25)];

async function exchangeNotes(texts: readonly string[]): Promise<void> {
  await sendNotes(kz(), india(), texts);
  await sendNotes(india(), kz(), texts);
  await constellation.settle();
}

async function sweepAll(): Promise<void> {
  for (const { database, clock, node } of constellation.nodes) {
    const { membership } = node;
    await eraseContents({ db: database.db, clock, log: createLog('error'), membership });
  }
}

const heldAt = async (node: ReturnType<typeof kz>, table: 'outbox' | 'inbox') => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM ${sql.table(`exchange.${table}`)} WHERE personal IS NOT NULL`.execute(node.database.db);
  return rows[0]!.count;
};
const passedAt = async (node: ReturnType<typeof kz>) => {
  const { rows } = await sql<{ node: string; direction: string; first: number; last: number }>`
    SELECT node, direction, first, last FROM exchange.passed ORDER BY direction`.execute(node.database.db);
  return rows;
};

test('what both sides have dealt with is erased once it is older than the restore window, and what is younger stays', async () => {
  await exchangeNotes(BEFORE);
  await kz().stop();
  copy = await copyDatabase(kz().database);
  await kz().start();
  await exchangeNotes(OLD);
  for (const { clock } of constellation.nodes) clock.forward(WINDOW_MINUTES);
  await exchangeNotes(RECENT);
  await sweepAll();
  for (const table of ['outbox', 'inbox'] as const) {
    expect(await heldAt(kz(), table)).toBe(RECENT.length);
    expect(await heldAt(india(), table)).toBe(RECENT.length);
  }
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record WHERE event = 'exchange.contents-erased'`.execute(kz().database.db);
  expect(rows.map(({ content }) => JSON.parse(content).facts.count)).toEqual([2 * (BEFORE.length + OLD.length)]);
});

test('a node restored from a backup older than that is told which numbers are passed over, and goes on with the others', async () => {
  await kz().stop();
  await copy.putBack();
  await kz().start();
  await constellation.settle();
  const [first, last] = [BEFORE.length + 1, BEFORE.length + OLD.length];
  expect(await passedAt(kz())).toEqual([
    { node: 'in', direction: 'in', first, last },
    { node: 'in', direction: 'out', first, last },
  ]);
  expect(await passedAt(india())).toEqual([{ node: 'kz', direction: 'out', first, last }]);
  expect(await notesOf(kz(), india())).toEqual([...BEFORE, ...RECENT]);
  expect(await notesOf(india(), kz())).toEqual([...BEFORE, ...OLD, ...RECENT]);
});

test('after that the streams go on both ways, and every log verifies', async () => {
  await exchangeNotes(['after']);
  expect((await notesOf(india(), kz())).at(-1)).toBe('after');
  expect((await notesOf(kz(), india())).at(-1)).toBe('after');
  for (const { database, founder } of constellation.nodes) {
    await expect
      .poll(async () => (await verifyStoredLog(database.db, founder.nodeKeyFile, {}))!.verdict, SOON)
      .toMatchObject({ faults: [] });
  }
});
