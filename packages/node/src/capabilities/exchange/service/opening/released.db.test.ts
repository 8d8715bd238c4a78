import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordEvent } from '../../../audit/index.ts';
import { viewPeers } from '../view-peers.ts';
import { releaseHistory } from './release-history.ts';

const SOON = { timeout: 15_000, interval: 50 };
const BY = { actor: { kind: 'operator', id: 'entente exchange release-history' } } as const;
const REASON = 'The line is down until Monday, and this is the database that was stopped.';

let constellation: Constellation;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'] });
  await constellation.settle();
  for (const node of constellation.nodes) await node.stop();
  await kz().start();
}, 60_000);
afterAll(() => constellation.close());

const kz = () => constellation.of('KZ');
const view = () => {
  const { database, clock, node } = kz();
  return viewPeers({ db: database.db, clock, membership: node.membership });
};
const release = () => {
  const { database, clock } = kz();
  return releaseHistory({ db: database.db, clock }, BY, REASON);
};
const unplaced = async () => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM audit.record WHERE position IS NULL`.execute(kz().database.db);
  return rows[0]!.count;
};

describe('a node whose peers cannot be reached', () => {
  test('gives no record a place, says so where operators look, and warns at the desk', async () => {
    await kz()
      .database.db.transaction()
      .execute((tx) => recordEvent(tx, { ...BY, at: kz().clock.now(), event: 'screening.checked', outcome: 'done' }));
    expect(await view()).toMatchObject({ held: true, peers: [{ node: 'in', opening: { state: 'waiting' } }] });
    expect(kz().node.exchange.isStale()).toBe(true);
    expect(await unplaced()).toBeGreaterThan(0);
  });

  test('goes on by itself once an operator has released it for a stated reason, which is on record', async () => {
    await release();
    await expect.poll(() => unplaced(), SOON).toBe(0);
    const { rows } = await sql`
      SELECT FROM audit.record JOIN audit.part ON part.record = record.id
      WHERE event = 'exchange.history-released'`.execute(kz().database.db);
    expect(rows).toHaveLength(1);
    await expect.poll(() => kz().node.exchange.isStale(), SOON).toBe(false);
    expect(await view()).toMatchObject({ held: false, peers: [{ opening: { state: 'waiting' } }] });
  });

  test('is released once', async () => {
    await expect(release()).rejects.toMatchObject({ code: 'history-not-held' });
  });

  test('opens the channel when its peer is there again, and nobody finds two histories', async () => {
    await constellation.of('IN').start();
    await constellation.settle();
    for (const { node } of constellation.nodes) await node.exchange.witness();
    const { rows } = await sql`SELECT FROM exchange.split_view`.execute(constellation.of('IN').database.db);
    expect(rows).toEqual([]);
    expect(await view()).toMatchObject({ restores: [], peers: [{ opening: { state: 'open' } }] });
  });
});
