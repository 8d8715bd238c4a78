import { viewDeadLetters } from '@entente/node/capabilities/exchange/index';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { issueAlert } from '../../alerts/alert-desk.ts';
import { findReference } from '../../alerts/between-nodes.ts';
import { type Constellation, type ConstellationNode, openConstellation } from '../../constellation/constellation.ts';
import { castOf, lawfulOf } from '../../constellation/members.ts';
import { alterLog, isAltered, mendLog } from './alter-log.ts';
import { evidenceCommands } from './evidence-commands.ts';
import { sendAltered } from './send-altered.ts';

let constellation: Constellation;
let india: ConstellationNode;
let kz: ConstellationNode;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'] });
  [india, kz] = [constellation.of('IN'), constellation.of('KZ')];
}, 60_000);
afterAll(() => constellation.close());

const SOON = new Date(Date.now() + 3_600_000);

test('what altered software sends over a newspaper article, Astana refuses by name, and holds nothing of it', async () => {
  const { exchange } = india.node;
  await sendAltered({ db: india.database.db, clock: india.clock, exchange }, 'kz');
  await constellation.settle();
  const { letters } = await viewDeadLetters(india.database.db);
  expect(letters).toMatchObject([{ to: 'kz', type: 'alerts.circulated', code: 'alerts.no-ground-of-speech' }]);
  expect(letters[0]!.detail).not.toMatch(/Sathe|newspaper|article/i);
  const astana = await castOf(kz);
  expect(await findReference(astana.author, 'IN-')).toBeUndefined();
});

test('one byte of the newest approval is changed, seen as such, and put back as it was', async () => {
  const { db } = india.database;
  expect(await alterLog(db, SOON)).toBeUndefined();
  const delhi = await castOf(india);
  await issueAlert(delhi.author, delhi.reviewer, lawfulOf(india, 'missing', 31));
  await constellation.settle();
  expect(await alterLog(db, new Date(0))).toBeUndefined();
  await vi.waitFor(async () => expect(await pending()).toBe(0), { timeout: 10_000 });
  const before = await contents();
  const position = await alterLog(db, SOON);
  expect(position).toBeGreaterThan(0);
  expect(await isAltered(db)).toBe(true);
  const altered = await contents();
  expect(differing(before, altered)).toBe(1);
  expect(await alterLog(db, SOON)).toBeUndefined();
  await mendLog(db);
  expect(await isAltered(db)).toBe(false);
  expect(differing(before, await contents())).toBe(0);
});

test('there is no evidence to write before a hit was reported', async () => {
  const parts = { dataDir: 'kz', state: 'KZ', register: 'register.jsonl', pin: 'f'.repeat(64) };
  expect(await evidenceCommands(kz.database.db, parts)).toBeNull();
});

async function contents(): Promise<Buffer> {
  const { rows } = await sql<{ content: string }>`
    SELECT string_agg(content, E'\n' ORDER BY position) AS content FROM audit.record
    WHERE event = 'alerts.approved'`.execute(india.database.db);
  return Buffer.from(rows[0]!.content);
}

/** Records not yet folded into the tree. */
async function pending(): Promise<number> {
  const { rows } = await sql<{ pending: number }>`
    SELECT count(*)::integer AS pending FROM audit.record WHERE position IS NULL`.execute(india.database.db);
  return rows[0]!.pending;
}

/** How many bytes differ. */
function differing(one: Buffer, other: Buffer): number {
  expect(other.length).toBe(one.length);
  return one.filter((byte, at) => byte !== other[at]).length;
}
