import type { AlertPage, AlertView } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { issueAlert, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let constellation: Constellation;
let kz: ConstellationNode;
let india: ConstellationNode;
let china: ConstellationNode;
let inDelhi: Cast;
let inAstana: Cast;
let inBeijing: Cast;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'CN'] });
  [kz, india, china] = [constellation.of('KZ'), constellation.of('IN'), constellation.of('CN')];
  [inDelhi, inAstana, inBeijing] = [await castOf(india), await castOf(kz), await castOf(china)];
}, 60_000);
afterAll(() => constellation.close());

let seed = 7_000;
const lawful = (category: string, wish: Parameters<typeof lawfulOf>[3] = {}): AlertContent => {
  seed += 1;
  return lawfulOf(india, category, seed, wish);
};
const TO_ALL = { audience: { kind: 'all-members' } } as const;

const findHere = async ({ author }: Cast, reference: string) =>
  (await mustAlerts<AlertPage>(author, 'GET', `?text=${reference}`)).alerts[0];
const readHere = async (cast: Cast, reference: string) =>
  await mustAlerts<AlertView>(cast.author, 'GET', `/${(await findHere(cast, reference))!.id}`);

describe('an alert for all members', () => {
  test('approved in Delhi, is held in Astana and Beijing as India’s and answers there', async () => {
    const alert = await issueAlert(inDelhi.author, inDelhi.reviewer, { ...lawful('missing'), ...TO_ALL });
    await constellation.settle();
    for (const cast of [inAstana, inBeijing]) {
      const held = await readHere(cast, alert.reference);
      expect(held).toMatchObject({ owner: 'IN', status: 'in-force', steps: [{ step: 'received' }] });
      expect(held.current?.content).toEqual({ ...alert.current?.content, audience: undefined });
    }
  });
});
