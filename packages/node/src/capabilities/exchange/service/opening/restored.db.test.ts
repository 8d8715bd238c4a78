import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { notesOf, numberedNotes, sendNotes, takeNotes } from '@entente/testkit/constellation/notes';
import { copyDatabase, type DatabaseCopy } from '@entente/testkit/database-copy';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readCheckpoints, verifyStoredLog } from '../../../audit/index.ts';

const SOON = { timeout: 20_000, interval: 50 };

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
const pakistan = () => constellation.of('PK');

const openings = async (node = kz()) => {
  const { rows } = await sql<{ node: string; state: string }>`
    SELECT node, state FROM exchange.opening ORDER BY node`.execute(node.database.db);
  return Object.fromEntries(rows.map(({ node, state }) => [node, state]));
};
const growth = async () => {
  const { rows } = await sql<{ growth: string }>`SELECT growth FROM audit.log`.execute(kz().database.db);
  return rows[0]!.growth;
};
const events = async (node: ReturnType<typeof kz>, event: string) => {
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record WHERE event = ${event} ORDER BY id`.execute(node.database.db);
  return rows.map(({ content }) => JSON.parse(content) as { facts: Record<string, unknown> });
};
const cosignAll = async () => {
  for (const { node } of constellation.nodes) await node.exchange.witness();
};
const numbersOf = async (node: ReturnType<typeof kz>, table: 'outbox' | 'inbox', peer: string) => {
  const { rows } = await sql<{ seq: number; envelope: string }>`
    SELECT seq, encode(envelope, 'hex') AS envelope FROM ${sql.table(`exchange.${table}`)}
    WHERE node = ${peer} ORDER BY seq`.execute(node.database.db);
  return rows;
};
const newestHead = async () =>
  (await readCheckpoints(kz().database.db, { from: 0, to: Number.MAX_SAFE_INTEGER }, 1))[0]!;

/** The newest head of Kazakhstan's log that a peer has vouched for. */
const cosignedBy = async ({ database }: ReturnType<typeof kz>) => {
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM exchange.cosigned WHERE log LIKE 'kz%' ORDER BY size DESC LIMIT 1`.execute(database.db);
  return rows[0]!.note;
};

/** Work of which the copy knows nothing. */
const [BEFORE, AFTER, LATER] = [numberedNotes(10), numberedNotes(40).slice(10), numberedNotes(45).slice(40)];
let seen: string;

describe('a node restored from an older backup', () => {
  beforeAll(async () => {
    await exchangeNotes(BEFORE);
    await cosignAll();
    await kz().stop();
    copy = await copyDatabase(kz().database);
    await kz().start();
    await vi.waitFor(async () => expect(await openings()).toEqual({ in: 'open', pk: 'open' }), SOON);
    await exchangeNotes(AFTER);
    await cosignAll();
    seen = await cosignedBy(india());
    await kz().stop();
    await copy.putBack();
  }, 60_000);

  async function exchangeNotes(texts: readonly string[]): Promise<void> {
    for (const peer of [india(), pakistan()]) {
      await sendNotes(kz(), peer, texts);
      await sendNotes(peer, kz(), texts);
    }
    await constellation.settle();
  }

  test('says and records nothing under a head while no peer can be reached, and an operator sees why', async () => {
    await india().stop();
    await pakistan().stop();
    await kz().start();
    const { size } = await newestHead();
    await sendNotes(kz(), india(), LATER);
    expect(await growth()).toBe('held');
    expect(await openings()).toEqual({ in: 'waiting', pk: 'waiting' });
    expect((await newestHead()).size).toBe(size);
  });

  test('takes up again where its peers saw it: nothing is lost, nothing comes twice, and order is kept', async () => {
    await Promise.all([india().start(), pakistan().start()]);
    await expect.poll(() => openings(), SOON).toEqual({ in: 'open', pk: 'open' });
    await constellation.settle();
    const all = [...BEFORE, ...AFTER];
    expect(await notesOf(india(), kz())).toEqual([...all, ...LATER]);
    expect(await notesOf(pakistan(), kz())).toEqual(all);
    for (const peer of [india(), pakistan()]) expect(await notesOf(kz(), peer)).toEqual(all);
    for (const peer of [india(), pakistan()]) {
      expect(await numbersOf(kz(), 'outbox', peer.id)).toEqual(await numbersOf(peer, 'inbox', 'kz'));
      expect(await numbersOf(kz(), 'inbox', peer.id)).toEqual(await numbersOf(peer, 'outbox', 'kz'));
    }
  });

  test('goes on with the history its peers cosigned: they cosign again, and nobody finds two', async () => {
    await cosignAll();
    const { rows } = await sql<{ state: string }>`SELECT DISTINCT state FROM exchange.witness`.execute(
      kz().database.db,
    );
    expect(rows).toEqual([{ state: 'cosigning' }]);
    for (const node of constellation.nodes) {
      expect(await events(node, 'exchange.split-view-found')).toEqual([]);
      expect(await events(node, 'exchange.cosigning-refused')).toEqual([]);
    }
  });

  test('has a log that verifies and has grown from the head it has forgotten; what is lost is said to be', async () => {
    await expect.poll(async () => (await events(kz(), 'audit.content-lost')).length, SOON).toBe(1);
    const { verdict } = (await verifyStoredLog(kz().database.db, kz().founder.nodeKeyFile, { pinned: seen }))!;
    expect(verdict.faults).toEqual([]);
    expect(verdict.lost).toBeGreaterThan(0);
    expect(await events(kz(), 'exchange.restored')).toMatchObject([{ facts: { lost: verdict.lost } }]);
  });

  test('is known at its peers to have been restored, once, with the numbers it fell back to', async () => {
    for (const peer of [india(), pakistan()]) {
      expect(await events(peer, 'exchange.peer-restored')).toMatchObject([
        { facts: { delivered: AFTER.length + BEFORE.length, received: BEFORE.length } },
      ]);
    }
  });

  test('starts again in order like any node, and nothing of it is told a second time', async () => {
    await kz().stop();
    await kz().start();
    await expect.poll(() => openings(), SOON).toEqual({ in: 'open', pk: 'open' });
    expect(await events(kz(), 'exchange.restored')).toHaveLength(1);
    expect(await events(india(), 'exchange.peer-restored')).toHaveLength(1);
  });
});
