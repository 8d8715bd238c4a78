import type { AlertView } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { approveAlert, askAlerts, issueAlert, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import {
  amendAlert,
  findReference,
  inventTraveller,
  readReference,
  stepOn,
  subjectFor,
} from '@entente/testkit/alerts/between-nodes';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { copyDatabase, type DatabaseCopy } from '@entente/testkit/database-copy';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const REASONS = { reasons: 'Compared with the file of our own service.' };
const FOR_ALL: AlertContent['audience'] = { kind: 'all-members' };
const FOR_CHINA: AlertContent['audience'] = { kind: 'members', states: ['CN'] };

let constellation: Constellation;
let copy: DatabaseCopy;
let delhi: Cast;
let astana: Cast;
let beijing: Cast;
/** References, by what became of the alert. */
const alerts: Record<string, string> = {};

const india = () => constellation.of('IN');
const kz = () => constellation.of('KZ');

let seed = 9_000;
function about(node: ConstellationNode, audience = FOR_ALL): AlertContent {
  seed += 1;
  return {
    ...lawfulOf(node, 'missing', seed),
    subject: subjectFor(inventTraveller(seed)),
    ...(audience && { audience }),
  };
}
const issue = (cast: Cast, node: ConstellationNode, audience?: AlertContent['audience']) =>
  issueAlert(cast.author, cast.reviewer, about(node, audience));

async function withdraw(cast: Cast, alert: AlertView): Promise<void> {
  const { revision } = await readReference(cast.author, alert.reference);
  await mustAlerts(cast.author, 'POST', `/${alert.id}/withdrawal`, { revision, why: 'wrong-person', ...REASONS });
}
async function erase(cast: Cast, alert: AlertView): Promise<void> {
  await withdraw(cast, alert);
  await stepOn(cast.author, alert.reference, 'POST', 'deletion', REASONS);
}

beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'CN'] });
  [delhi, astana, beijing] = [await castOf(india()), await castOf(kz()), await castOf(constellation.of('CN'))];
  const [withdrawn, deleted, amended] = [
    await issue(delhi, india()),
    await issue(delhi, india()),
    await issue(delhi, india()),
  ];
  const theirs = await issue(astana, kz());
  await constellation.settle();

  await india().stop();
  copy = await copyDatabase(india().database);
  await india().start();
  delhi = await castOf(india());
  await constellation.settle();

  await withdraw(delhi, withdrawn);
  await erase(delhi, deleted);
  await approveAlert(delhi.reviewer, await amendAlert(delhi.author, amended, { note: 'Travels by rail.' }));
  const issued = await issue(delhi, india(), FOR_CHINA);
  const soonErased = await issue(delhi, india());
  await erase(astana, theirs);
  const wanted = { ...about(kz()), ...lawfulOf(kz(), 'wanted-for-arrest', 9_900), audience: FOR_ALL } as AlertContent;
  const flagged = await issueAlert(astana.author, astana.reviewer, wanted);
  await constellation.settle();
  await erase(delhi, soonErased);
  const flag = { why: 'national-law', action: 'report-whereabouts', ...REASONS };
  await stepOn(delhi.author, flagged.reference, 'POST', 'flag', flag);
  await constellation.settle();
  for (const { node } of constellation.nodes) await node.exchange.witness();
  Object.assign(alerts, {
    withdrawn: withdrawn.reference,
    deleted: deleted.reference,
    amended: amended.reference,
    theirs: theirs.reference,
    issued: issued.reference,
    soonErased: soonErased.reference,
    flagged: flagged.reference,
  });

  await india().stop();
  await copy.putBack();
  await india().start();
  await constellation.settle();
  delhi = await castOf(india());
}, 90_000);
afterAll(async () => {
  await constellation.close();
  await copy?.drop();
});

describe('the owner of alerts, restored from a backup that is older than what was done with them', () => {
  test.each(['withdrawn', 'deleted'])('does not revive one that is %s', async (which) => {
    for (const cast of [delhi, astana, beijing]) {
      expect(await findReference(cast.author, alerts[which]!)).toMatchObject({ status: which });
    }
  });

  test('has nothing back of one that was issued and erased meanwhile: what its envelopes said is erased everywhere', async () => {
    expect(await findReference(delhi.author, alerts.soonErased!)).toBeUndefined();
    for (const cast of [astana, beijing]) {
      expect(await findReference(cast.author, alerts.soonErased!)).toMatchObject({ status: 'deleted' });
    }
    for (const { database } of constellation.nodes) {
      const { rows } = await sql`
        SELECT FROM exchange.outbox WHERE about = ${alerts.soonErased} AND personal IS NOT NULL
        UNION ALL SELECT FROM exchange.inbox WHERE about = ${alerts.soonErased} AND personal IS NOT NULL`.execute(
        database.db,
      );
      expect(rows).toEqual([]);
    }
  });

  test('has the amended text in force, as its holders have', async () => {
    const { current } = await readReference(delhi.author, alerts.amended!);
    expect(current).toMatchObject({ number: 2, content: { note: 'Travels by rail.', audience: FOR_ALL } });
    const held = await readReference(astana.author, alerts.amended!);
    expect(current!.content).toMatchObject(held.current!.content);
  });

  test('has back what it had issued since, for those who hold it and nobody else', async () => {
    const alert = await readReference(delhi.author, alerts.issued!);
    expect(alert).toMatchObject({ status: 'in-force', owner: 'IN', steps: [{ step: 'regained' }] });
    expect(alert.current!.content.audience).toEqual(FOR_CHINA);
    expect(await findReference(beijing.author, alerts.issued!)).toMatchObject({ status: 'in-force' });
    expect(await findReference(astana.author, alerts.issued!)).toBeUndefined();
  });

  test('gives no reference a second time', async () => {
    const next = await issue(delhi, india());
    expect(Object.values(alerts)).not.toContain(next.reference);
    await constellation.settle();
    expect(await readReference(astana.author, next.reference)).toMatchObject({ status: 'in-force' });
  });

  test('erases again what another state had erased, and does again what it does in the place of another’s action', async () => {
    expect(await findReference(delhi.author, alerts.theirs!)).toMatchObject({ status: 'deleted' });
    const flagged = await readReference(delhi.author, alerts.flagged!);
    expect(flagged).toMatchObject({ status: 'in-force', flag: 'report-whereabouts' });
  });

  test('can change and end what it has back, and its holders follow', async () => {
    const { id, revision } = await readReference(delhi.author, alerts.issued!);
    await mustAlerts(delhi.author, 'POST', `/${id}/withdrawal`, { revision, why: 'other', ...REASONS });
    await constellation.settle();
    expect(await findReference(beijing.author, alerts.issued!)).toMatchObject({ status: 'withdrawn' });
  });

  test('changes nothing while its peers have not told what it may have forgotten', async () => {
    await sql`UPDATE audit.log SET growth = 'held'`.execute(india().database.db);
    const content = about(india());
    const answer = await askAlerts(delhi.author, 'POST', '', { content });
    expect(answer.json()).toMatchObject({ code: 'history-held' });
  });
});
