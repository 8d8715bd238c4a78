import type { AlertContent } from '@entente/contracts/alerts/content';
import { approveAlert, issueAlert } from '@entente/testkit/alerts/alert-desk';
import { amendAlert, findReference, readReference, stepOn } from '@entente/testkit/alerts/between-nodes';
import { admit } from '@entente/testkit/constellation/admit';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { decide } from '@entente/testkit/constellation/decide';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const SOON = { timeout: 15_000, interval: 100 };
const REASONS = { reasons: 'The man was found and heard.' };

let constellation: Constellation;
let india: ConstellationNode;
let kz: ConstellationNode;
let china: ConstellationNode;
let delhi: Cast;
let astana: Cast;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'], later: ['CN'] });
  [india, kz, china] = [constellation.of('IN'), constellation.of('KZ'), constellation.of('CN')];
  [delhi, astana] = [await castOf(india), await castOf(kz)];
}, 60_000);
afterAll(() => constellation.close());

let seed = 8_000;
async function issue(audience: AlertContent['audience']) {
  seed += 1;
  const content = { ...lawfulOf(india, 'missing', seed), ...(audience && { audience }) };
  return await issueAlert(delhi.author, delhi.reviewer, content);
}

/** Without the member concerned. */
async function decideOn(kind: 'suspension' | 'reinstatement'): Promise<void> {
  const motion = { kind, subject: 'KZ', body: { reason: 'As the test asks.' } };
  await decide([india, kz, china], motion, { consenting: [india, china] });
}

const holds = (cast: Cast, reference: string, status: string) =>
  vi.waitFor(async () => expect(await findReference(cast.author, reference)).toMatchObject({ status }), SOON);

test('a state that joins later is sent what is for it, and nothing else', async () => {
  const forAll = await issue({ kind: 'all-members' });
  const forChina = await issue({ kind: 'members', states: ['CN'] });
  const others = [
    await issue({ kind: 'members', states: ['KZ'] }),
    await issue({ kind: 'national', searchable: true }),
    await issue({ kind: 'all-members' }),
  ];
  await stepOn(delhi.author, others[2]!.reference, 'POST', 'withdrawal', { why: 'purpose-achieved', ...REASONS });
  await constellation.settle();

  await admit(constellation, [india, kz], china);
  const beijing = await castOf(china);
  for (const { reference } of [forAll, forChina]) await holds(beijing, reference, 'in-force');
  await constellation.settle();
  for (const { reference } of others) expect(await findReference(beijing.author, reference)).toBeUndefined();
  expect((await readReference(astana.author, forAll.reference)).steps).toHaveLength(1);
}, 60_000);

test('a suspended member is sent nothing new but what takes away, and what changed once it is reinstated', async () => {
  const [amended, withdrawn] = [await issue({ kind: 'all-members' }), await issue({ kind: 'all-members' })];
  for (const { reference } of [amended, withdrawn]) await holds(astana, reference, 'in-force');
  await decideOn('suspension');

  const issued = await issue({ kind: 'all-members' });
  const change = { note: 'Seen last at the station.' };
  await approveAlert(delhi.reviewer, await amendAlert(delhi.author, amended, change));
  await stepOn(delhi.author, withdrawn.reference, 'POST', 'withdrawal', { why: 'purpose-achieved', ...REASONS });
  await holds(astana, withdrawn.reference, 'withdrawn');
  expect(await findReference(astana.author, issued.reference)).toBeUndefined();
  expect((await readReference(astana.author, amended.reference)).current?.content.note).toBeUndefined();

  await decideOn('reinstatement');
  await holds(astana, issued.reference, 'in-force');
  await vi.waitFor(async () => {
    expect((await readReference(astana.author, amended.reference)).current?.content).toMatchObject(change);
  }, SOON);
}, 60_000);
