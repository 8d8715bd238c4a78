import type { Problem } from '@entente/contracts/problem';
import type { SecondLineView } from '@entente/contracts/screening/second-line';
import { caseOn } from '@entente/testkit/cases/contact-point';
import { decide, invent, referred, type Sought, samePerson, seek } from '@entente/testkit/cases/hit-abroad';
import { heldEnvelopes, whatLeaves } from '@entente/testkit/cases/what-leaves';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf } from '@entente/testkit/constellation/members';
import type { Browser } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';
import { askScreening, mustScreening } from '@entente/testkit/screening/desk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let constellation: Constellation;
let kz: ConstellationNode;
let india: ConstellationNode;
let astana: Cast;
let delhi: Cast;
let second: Browser;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN'] });
  [kz, india] = [constellation.of('KZ'), constellation.of('IN')];
  [astana, delhi] = [await castOf(kz), await castOf(india)];
  second = await kz.node.signIn(DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('border-officer'))[1]!);
}, 60_000);
afterAll(() => constellation.close());

/** India seeks somebody, and he is in the second line in Astana. */
async function met(sought: Sought): Promise<{ reference: string; view: SecondLineView }> {
  const { reference } = await seek(constellation, india, delhi, sought);
  return { reference, view: await referred(astana.border, sought) };
}

const review = (browser: Browser, view: SecondLineView, agrees: boolean) => {
  const payload = { revision: view.revision, candidate: view.found[0]!.key, agrees };
  return askScreening(browser, 'POST', `/second-line/${view.id}/report-reviews`, payload);
};
const agree = async (view: SecondLineView) => (await review(second, view, true)).json<SecondLineView>();
const refuse = async (view: SecondLineView, change: Parameters<typeof samePerson>[1]) => {
  const answer = await askScreening(
    astana.border,
    'POST',
    `/second-line/${view.id}/verdicts`,
    samePerson(view, change),
  );
  return answer.json<Problem>().errors?.map(({ rule, pointer }) => `${rule} ${pointer}`);
};

describe('a hit that is reported', () => {
  test('opens a case at the owner, with place and time, the document seen and what was compared', async () => {
    const sought = invent();
    const { reference, view } = await met(sought);
    const words = 'He is at the crossing';
    const decided = await decide(astana.border, view, samePerson(view, { report: { choice: 'report', words } }));
    expect(decided).toMatchObject({ given: [{ report: { choice: 'report', state: 'stands' } }] });
    expect(decided.closedAt).not.toBeNull();
    await constellation.settle();
    expect(await caseOn(delhi.author, reference)).toMatchObject({
      side: 'owning',
      other: 'KZ',
      urgent: true,
      met: { place: 'Invented crossing', direction: 'entry', at: view.openedAt },
      documents: [{ number: sought.number, issuer: 'UZB', code: 'P' }],
      compared: [{ item: 'photograph', finding: 'agrees' }],
      taken: 'arrest',
      entries: [{ kind: 'hit', by: 'there', text: words, officer: null, delivery: null }],
    });
    expect(await caseOn(astana.author, reference)).toMatchObject({
      side: 'reporting',
      other: 'IN',
      entries: [{ kind: 'hit', by: 'here', delivery: 'accepted' }],
    });
  });

  test('without place and time tells neither, also where an officer noted them', async () => {
    const { reference, view } = await met(invent());
    await decide(astana.border, view, samePerson(view, { report: { choice: 'report-without-place-and-time' } }));
    await constellation.settle();
    const home = (await caseOn(delhi.author, reference))!;
    expect(home.met).toBeNull();
    const [envelope] = (await heldEnvelopes(india, 'kz', 'cases.hit-reported')).slice(-1);
    expect(envelope!.body).toEqual({
      thread: home.id,
      alert: { reference },
      urgent: true,
      documents: [{ number: expect.any(String), issuer: 'UZB', code: 'P' }],
      compared: [{ item: 'photograph', finding: 'agrees' }],
      taken: 'arrest',
    });
    expect(JSON.stringify(envelope!.body)).not.toMatch(/Invented crossing|\d{4}-\d{2}-\d{2}|entry/);
    // An id that begins with the time would tell it: version 4 is random.
    expect(home.id[14]).toBe('4');
  });

  test('asks for the choice, and for none where nobody abroad is concerned', async () => {
    const { view } = await met(invent());
    expect(await refuse(view, {})).toEqual(['report-not-chosen /report']);
    const another = { verdict: 'not-the-same', checklist: [{ item: 'marks', finding: 'differs' }] } as const;
    const nothing = { ...another, checklist: [...another.checklist], taken: '', notTaken: 'Another person' };
    expect(await refuse(view, { ...nothing, report: { choice: 'report' } })).toEqual(['nothing-to-report /report']);
    expect(await refuse(view, { report: { choice: 'do-not-report' } })).toEqual(['silence-unexplained /report/reason']);
  });

  test('on an alert of this state’s own opens a case here, and no envelope', async () => {
    const sought = invent();
    const { reference } = await seek(constellation, kz, astana, sought);
    const before = await whatLeaves(kz, india);
    const view = await referred(astana.border, sought);
    expect((await decide(astana.border, view, samePerson(view))).closedAt).not.toBeNull();
    await constellation.settle();
    expect(await caseOn(astana.author, reference)).toMatchObject({
      side: 'owning',
      other: null,
      alert: { owner: 'KZ' },
      met: { place: 'Invented crossing' },
      entries: [{ kind: 'hit', delivery: null }],
    });
    const after = await whatLeaves(kz, india);
    expect((after as { there: unknown }).there).toEqual((before as { there: unknown }).there);
  });
});

describe('a hit that is not reported', () => {
  test('leaves nothing that the owner could see: no envelope, no number, no byte', async () => {
    const { reference, view } = await met(invent());
    const before = await whatLeaves(kz, india);
    const report = { choice: 'do-not-report', reason: 'Wanted for what is no offence here' } as const;
    const decided = await decide(astana.border, view, samePerson(view, { report }));
    expect(decided).toMatchObject({
      closedAt: null,
      awaitingSecond: 1,
      given: [{ report: { state: 'awaits-second' } }],
    });
    expect((await agree(decided)).closedAt).not.toBeNull();
    await constellation.settle();
    expect(await whatLeaves(kz, india)).toEqual(before);
    expect(await caseOn(delhi.author, reference)).toBeUndefined();
    expect(await caseOn(astana.author, reference)).toBeUndefined();
  });

  test('is confirmed by another officer than the one who chose; declined, the choice is made anew', async () => {
    const { reference, view } = await met(invent());
    const report = { choice: 'do-not-report', reason: 'No offence here' } as const;
    const decided = await decide(astana.border, view, samePerson(view, { report }));
    const own = await review(astana.border, decided, true);
    expect(own.json<Problem>().errors).toMatchObject([{ rule: 'chooser-never-confirms' }]);
    const declined = (await review(second, decided, false)).json<SecondLineView>();
    expect(declined).toMatchObject({ closedAt: null, given: [{ report: { state: 'declined' } }] });
    const { revision } = declined;
    const anew = { revision, candidate: view.found[0]!.key, report: { choice: 'report' } };
    const path = `/second-line/${view.id}/report-choices`;
    const chosen = await mustScreening(astana.border, 'POST', path, anew);
    expect(chosen.closedAt).not.toBeNull();
    const again = await askScreening(astana.border, 'POST', path, { ...anew, revision: chosen.revision });
    expect(again.json<Problem>().errors).toMatchObject([{ rule: 'choice-stands' }]);
    await constellation.settle();
    expect(await caseOn(delhi.author, reference)).toMatchObject({ met: { place: 'Invented crossing' } });
  });
});

describe('somebody who claims protection', () => {
  test('is not reported by default, and nothing of the claim leaves', async () => {
    const { view } = await met(invent());
    const before = await whatLeaves(kz, india);
    const decided = await decide(astana.border, view, samePerson(view, { claimsProtection: true }));
    expect(decided).toMatchObject({
      given: [{ claimsProtection: true, report: { choice: 'do-not-report', state: 'awaits-second' } }],
    });
    await agree(decided);
    await constellation.settle();
    expect(await whatLeaves(kz, india)).toEqual(before);
  });

  test.each(['XXB', 'XXC'])('is whoever shows a refugee’s document of code %s', async (nationality) => {
    const { view } = await met(invent({ nationality }));
    expect(view.refugeePapers).toBe(true);
    const before = await whatLeaves(kz, india);
    const decided = await decide(astana.border, view, samePerson(view));
    expect(decided).toMatchObject({ given: [{ report: { choice: 'do-not-report', state: 'awaits-second' } }] });
    await constellation.settle();
    expect(await whatLeaves(kz, india)).toEqual(before);
  });

  test('is reported all the same only with a reason and a second officer, without the claim or the papers', async () => {
    const { reference, view } = await met(invent({ nationality: 'XXB' }));
    expect(await refuse(view, { report: { choice: 'report' } })).toEqual(['report-despite-protection /report/reason']);
    const before = await whatLeaves(kz, india);
    const report = { choice: 'report', reason: 'He asks for it himself' } as const;
    const decided = await decide(astana.border, view, samePerson(view, { report, claimsProtection: true }));
    await constellation.settle();
    expect(await whatLeaves(kz, india)).toEqual(before);
    await agree(decided);
    await constellation.settle();
    expect(await caseOn(delhi.author, reference)).toMatchObject({ documents: [], met: { place: 'Invented crossing' } });
    const [envelope] = (await heldEnvelopes(india, 'kz', 'cases.hit-reported')).slice(-1);
    expect(JSON.stringify(envelope!.body)).not.toMatch(/protect|claim|reason|XXB|himself/i);
  });
});
