import { caseOn, mustCases } from '@entente/testkit/cases/contact-point';
import { decide, invent, referred, samePerson, seek } from '@entente/testkit/cases/hit-abroad';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf } from '@entente/testkit/constellation/members';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let constellation: Constellation;
let kz: ConstellationNode;
let india: ConstellationNode;
let astana: Cast;
let delhi: Cast;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'CN'] });
  [kz, india] = [constellation.of('KZ'), constellation.of('IN')];
  [astana, delhi] = [await castOf(kz), await castOf(india)];
}, 60_000);
afterAll(() => constellation.close());

describe('a hit reported', () => {
  test('opens a case at the owner, with place and time, and both write to one thread', async () => {
    const sought = invent();
    const alert = await seek(constellation, india, delhi, sought);
    const view = await referred(astana.border, sought);
    await decide(
      astana.border,
      view,
      samePerson(view, { report: { choice: 'report', words: 'He is at the crossing' } }),
    );
    await constellation.settle();
    const home = (await caseOn(delhi.author, alert.reference))!;
    expect(home).toMatchObject({
      side: 'owning',
      other: 'KZ',
      urgent: true,
      met: { place: 'Invented crossing', direction: 'entry', at: view.openedAt },
      documents: [{ number: sought.number, issuer: 'UZB', code: 'P' }],
      compared: [{ item: 'photograph', finding: 'agrees' }],
      taken: 'arrest',
      entries: [{ kind: 'hit', by: 'there', text: 'He is at the crossing', officer: null }],
    });
    const here = (await caseOn(astana.author, alert.reference))!;
    expect(here).toMatchObject({ id: home.id, side: 'reporting', other: 'IN', entries: [{ delivery: 'accepted' }] });
    await mustCases(delhi.author, 'POST', `/${home.id}/acknowledgement`);
    await mustCases(delhi.author, 'POST', `/${home.id}/messages`, { kind: 'text', text: 'Please hold him' });
    await constellation.settle();
    const answered = (await caseOn(astana.author, alert.reference))!;
    expect(answered.acknowledgedAt).not.toBeNull();
    expect(answered.entries.map(({ kind, by, text }) => [kind, by, text])).toEqual([
      ['hit', 'here', 'He is at the crossing'],
      ['acknowledgement', 'there', ''],
      ['text', 'there', 'Please hold him'],
    ]);
  });
});
