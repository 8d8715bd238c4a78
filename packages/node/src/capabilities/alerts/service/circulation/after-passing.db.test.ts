import type { AlertView } from '@entente/contracts/alerts/alert';
import { issueAlert, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import { findReference, readReference, stepOn } from '@entente/testkit/alerts/between-nodes';
import { type Constellation, openConstellation } from '@entente/testkit/constellation/constellation';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { copyDatabase, type DatabaseCopy } from '@entente/testkit/database-copy';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLog } from '../../../../platform/log.ts';
import { eraseContents } from '../../../exchange/index.ts';

const SOON = { timeout: 20_000, interval: 100 };
const REASONS = { reasons: 'The man was found and heard.' };

let constellation: Constellation;
let copy: DatabaseCopy;
let delhi: Cast;
let astana: Cast;
const india = () => constellation.of('IN');
const kz = () => constellation.of('KZ');

let seed = 7_000;
async function issue(): Promise<AlertView> {
  seed += 1;
  const content = { ...lawfulOf(india(), 'missing', seed), audience: { kind: 'all-members' as const } };
  return await issueAlert(delhi.author, delhi.reviewer, content);
}
async function withdraw({ id, reference }: AlertView): Promise<void> {
  const { revision } = await readReference(delhi.author, reference);
  await mustAlerts(delhi.author, 'POST', `/${id}/withdrawal`, { revision, why: 'wrong-person', ...REASONS });
}
const holds = (cast: Cast, { reference }: AlertView, status: string) =>
  vi.waitFor(async () => expect(await findReference(cast.author, reference)).toMatchObject({ status }), SOON);

/** As if the restore window had passed for everything that is dealt with. */
async function eraseAll(): Promise<void> {
  for (const { database, clock, node } of constellation.nodes) {
    const { membership } = node;
    const limits = () => ({ ...membership.limits(), exchange: { restoreWindowDays: 0, inquiryDays: 30 } });
    await eraseContents({ db: database.db, clock, log: createLog('error'), membership: { ...membership, limits } });
  }
}

let standing: AlertView;
let fresh: AlertView;
let withdrawn: AlertView;
let deleted: AlertView;

beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'] });
  [delhi, astana] = [await castOf(india()), await castOf(kz())];
  [standing, withdrawn, deleted] = [await issue(), await issue(), await issue()];
  for (const alert of [standing, withdrawn, deleted]) await holds(astana, alert, 'in-force');
  await constellation.settle();
  await kz().stop();
  copy = await copyDatabase(kz().database);
  await kz().start();
  astana = await castOf(kz());
}, 60_000);
afterAll(async () => {
  await constellation.close();
  await copy?.drop();
});

const contentsAbout = async (reference: string) => {
  const counts = await Promise.all(
    constellation.nodes.map(async ({ database }) => {
      const { rows } = await sql<{ kept: number; erased: number }>`
        SELECT count(personal) AS kept, count(*) - count(personal) AS erased FROM (
          SELECT personal FROM exchange.outbox WHERE about = ${reference}
          UNION ALL SELECT personal FROM exchange.inbox WHERE about = ${reference}
        ) envelope`.execute(database.db);
      return rows[0]!;
    }),
  );
  return counts;
};

test('what envelopes said of an alert is erased with it, at both ends', async () => {
  fresh = await issue();
  await holds(astana, fresh, 'in-force');
  await constellation.settle();
  expect(await contentsAbout(deleted.reference)).toEqual([
    { kept: 1, erased: 0 },
    { kept: 1, erased: 0 },
  ]);
  await withdraw(withdrawn);
  await withdraw(deleted);
  await stepOn(delhi.author, deleted.reference, 'POST', 'deletion', REASONS);
  await holds(astana, deleted, 'deleted');
  await constellation.settle();
  expect(await contentsAbout(deleted.reference)).toEqual([
    { kept: 0, erased: 1 },
    { kept: 0, erased: 1 },
  ]);
  expect(await contentsAbout(standing.reference)).toEqual([
    { kept: 1, erased: 0 },
    { kept: 1, erased: 0 },
  ]);
});

test('a holder restored from before what is kept for it holds what is in force again, and revives nothing', async () => {
  await eraseAll();
  await kz().stop();
  await copy.putBack();
  await kz().start();
  await constellation.settle();
  astana = await castOf(kz());
  await holds(astana, fresh, 'in-force');
  await holds(astana, withdrawn, 'withdrawn');
  await holds(astana, deleted, 'deleted');
  await holds(astana, standing, 'in-force');
  await constellation.settle();
});

test('what was told anew is told once', async () => {
  const { rows } = await sql<{ told: string; count: number }>`
    SELECT told, count(*) FROM alerts.circulation WHERE version > 0 GROUP BY told ORDER BY told`.execute(
    india().database.db,
  );
  expect(rows).toEqual([
    { told: 'circulated', count: 2 },
    { told: 'deleted', count: 1 },
    { told: 'withdrawn', count: 1 },
  ]);
  expect((await readReference(astana.author, fresh.reference)).steps).toHaveLength(1);
});
