import type { AlertContent } from '@entente/contracts/alerts/content';
import type { Inquiries, InquiryView } from '@entente/contracts/cases/inquiries';
import type { AskAnswers } from '@entente/contracts/exchange/asks';
import type { Problem } from '@entente/contracts/problem';
import { issueAlert } from '@entente/testkit/alerts/alert-desk';
import { inventTraveller, stepOn, subjectFor, type Traveller } from '@entente/testkit/alerts/between-nodes';
import { heldEnvelopes } from '@entente/testkit/cases/what-leaves';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf, lawfulOf } from '@entente/testkit/constellation/members';
import { dumpDatabase, findInDump } from '@entente/testkit/database-dump';
import { readLogParts } from '@entente/testkit/log-parts';
import { type Browser, purposeHeaders } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** An officer may ask sixty times an hour. */
const SOON = { timeout: 30_000, interval: 700 };
const REASONS = 'The case is open, and the warrant is in the file.';

let constellation: Constellation;
let kz: ConstellationNode;
let india: ConstellationNode;
let china: ConstellationNode;
let astana: Cast;
let delhi: Cast;
beforeAll(async () => {
  constellation = await openConstellation({ states: ['KZ', 'IN', 'CN'] });
  [kz, india, china] = [constellation.of('KZ'), constellation.of('IN'), constellation.of('CN')];
  [astana, delhi] = [await castOf(kz), await castOf(india)];
}, 90_000);
afterAll(() => constellation.close());

function call(
  browser: Browser,
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
): Promise<LightMyRequestResponse> {
  const headers = purposeHeaders('criminal-investigation', 'legal-assistance', 'KZ-2026-000009');
  return browser.ask({ method, url: `/api${path}`, headers, ...(payload && { payload }) });
}

async function must<Body = InquiryView>(...[browser, method, path, payload]: Parameters<typeof call>): Promise<Body> {
  const answer = await call(browser, method, path, payload);
  expect(answer.statusCode, `${method} ${path}: ${answer.body}`).toBe(200);
  return answer.json<Body>();
}

const rulesOf = (answer: LightMyRequestResponse) => answer.json<Problem>().errors?.map(({ rule }) => rule);
const decide = ({ author }: Cast, id: string, decision: string, more: object = {}) =>
  call(author, 'POST', `/inquiries/${id}/decision`, { decision, reasons: REASONS, ...more });
const read = ({ author }: Cast, id: string) => must(author, 'GET', `/inquiries/${id}`);

let number = 40;

/** Delhi seeks somebody for this audience, and Astana has asked and been told: a hit. */
async function hitBy(audience: AlertContent['audience'] = { kind: 'national', searchable: true }) {
  const traveller = inventTraveller(++number);
  const lawful = lawfulOf(india, 'wanted-for-arrest', 9_000 + number);
  const content = { ...lawful, subject: subjectFor(traveller), ...(audience && { audience }) };
  const alert = await issueAlert(delhi.author, delhi.reviewer, content);
  let reference: string | null = null;
  await expect
    .poll(async () => {
      reference = await askDelhi(traveller);
      return reference;
    }, SOON)
    .not.toBeNull();
  return { alert, traveller, reference: reference! as string };
}

async function askDelhi({ number }: Traveller): Promise<string | null> {
  const payload = { recipients: ['in'], about: { by: 'document', number, issuer: 'IND' } };
  return (await must<AskAnswers>(astana.author, 'POST', '/asks', payload)).answers[0]!.reference;
}

const nameOf = ({ family }: Traveller) => new RegExp(family, 'i');

/** The same, and the inquiry has come to Delhi. */
async function inquired(audience?: AlertContent['audience'], words?: string) {
  const hit = await hitBy(audience);
  const payload = { node: 'in', reference: hit.reference, ...(words && { words }) };
  const { id } = await must(astana.author, 'POST', '/inquiries', payload);
  await constellation.settle();
  return { ...hit, id };
}

/** Sends what a node's own software would not; gives the code by which it was refused. */
async function slip(from: ConstellationNode, to: string, type: string, body: object): Promise<string | undefined> {
  const outgoing = { to, type, body: body as never, handling: 'restricted' };
  const { id } = await from.database.db.transaction().execute((tx) => from.node.exchange.send(tx, outgoing));
  await constellation.settle();
  return (await from.node.exchange.viewSent(from.database.db, [id])).get(id)?.refusal?.code;
}

describe('what an ask hit', () => {
  test('is told once an officer of its owner confirms: what he was shown, and no more', async () => {
    const { id, alert, traveller } = await inquired(undefined, 'He is held until tomorrow');
    const waiting = await must<Inquiries>(delhi.author, 'GET', '/inquiries');
    expect(waiting.waiting).toBe(1);
    expect(waiting.inquiries[0]).toMatchObject({ id, side: 'owning', other: 'KZ', decision: null });
    expect(JSON.stringify(waiting)).not.toMatch(nameOf(traveller));
    const shown = await read(delhi, id);
    expect(shown).toMatchObject({
      about: { by: 'document', number: traveller.number },
      alert: { id: alert.id, reference: alert.reference },
      case: 'KZ-2026-000009',
      words: 'He is held until tomorrow',
      told: null,
      may: ['confirm', 'decline'],
      wouldTell: { reference: alert.reference, category: 'wanted-for-arrest', documents: 1 },
    });
    const asked = await read(astana, id);
    expect(asked).toMatchObject({ side: 'asking', decision: null, told: null, about: null, alert: null, may: [] });
    expect(asked.delivery).toBe('accepted');

    expect((await decide(delhi, id, 'confirmed', { words: 'Warrant of Delhi' })).statusCode).toBe(200);
    await constellation.settle();
    const told = await read(astana, id);
    expect(told).toMatchObject({ decision: 'confirmed', told: shown.wouldTell, answerWords: 'Warrant of Delhi' });
    expect(told.told!.names.join(' ')).toMatch(nameOf(traveller));
    const [envelope] = (await heldEnvelopes(kz, 'in', 'cases.content-told')).slice(-1);
    expect(envelope!.body).toEqual({
      inquiry: id,
      decision: 'confirmed',
      told: shown.wouldTell,
      words: 'Warrant of Delhi',
    });
    for (const { database } of [kz, india]) {
      expect(findInDump(await dumpDatabase(database), [told.told!.names[0]!, 'He is held until', REASONS])).toEqual([]);
    }
  });

  test('is not told where he does not confirm, and why stays in his own log', async () => {
    const { id, traveller } = await inquired();
    expect((await decide(delhi, id, 'not-confirmed')).statusCode).toBe(200);
    await constellation.settle();
    const view = await read(astana, id);
    expect(view).toMatchObject({ decision: 'not-confirmed', told: null, answerWords: null, category: null });
    const [envelope] = (await heldEnvelopes(kz, 'in', 'cases.content-told')).slice(-1);
    expect(envelope!.body).toEqual({ inquiry: id, decision: 'not-confirmed' });
    expect(JSON.stringify(view)).not.toMatch(nameOf(traveller));
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM audit.record WHERE event = 'cases.content-decided' ORDER BY id DESC LIMIT 1`.execute(
      india.database.db,
    );
    expect(await readLogParts(india.database, rows[0]!.id)).toMatchObject([{ name: 'reasons', text: REASONS }]);
  });

  test('is asked for in a case, once, of a member that is in the organisation', async () => {
    const { reference } = await inquired();
    const wish = { node: 'in', reference };
    expect(rulesOf(await call(astana.author, 'POST', '/inquiries', wish))).toEqual(['inquired-before']);
    for (const node of ['kz', 'nowhere']) {
      const answer = await call(astana.author, 'POST', '/inquiries', { ...wish, node });
      expect(answer.json()).toMatchObject({ code: 'unknown-receiver' });
    }
    const noCase = await astana.author.ask({
      method: 'POST',
      url: '/api/inquiries',
      headers: purposeHeaders('alert-management', 'criminal-procedure'),
      payload: wish,
    });
    expect(noCase.json()).toMatchObject({ code: 'inquiry-without-case' });
    expect((await call(astana.border, 'POST', '/inquiries', wish)).statusCode).toBe(403);
    expect((await call(astana.author, 'POST', '/inquiries', { ...wish, reference: 'abc' })).statusCode).toBe(400);
  });

  test('is decided once, by the owner alone', async () => {
    const { id } = await inquired();
    expect(rulesOf(await decide(astana, id, 'confirmed'))).toEqual(['owner-decides']);
    const none = await decide(delhi, crypto.randomUUID(), 'confirmed');
    expect([none.statusCode, none.json<Problem>().code]).toEqual([404, 'unknown-inquiry']);
    const silent = await call(delhi.author, 'POST', `/inquiries/${id}/decision`, { decision: 'confirmed' });
    expect(silent.statusCode).toBe(400);
    const both = await Promise.all([decide(delhi, id, 'confirmed'), decide(delhi, id, 'not-confirmed')]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 422]);
    expect(both.flatMap((answer) => rulesOf(answer) ?? [])).toEqual(['decided-before']);
  });

  test('of an alert that ended meanwhile is not told; declining stays open', async () => {
    const ended = await inquired();
    await stepOn(delhi.author, ended.alert.reference, 'POST', 'withdrawal', {
      why: 'wrong-person',
      reasons: 'The court has lifted the warrant.',
    });
    expect(await read(delhi, ended.id)).toMatchObject({
      wouldTell: null,
      withheld: 'alert-not-in-force',
      may: ['decline'],
    });
    expect(rulesOf(await decide(delhi, ended.id, 'confirmed'))).toEqual(['alert-not-in-force']);
    expect((await decide(delhi, ended.id, 'not-confirmed')).statusCode).toBe(200);
  });

  test('goes to no state with which the channel is suspended', async () => {
    const { id } = await inquired();
    const other = await hitBy();
    const step = async (at: ConstellationNode, path: string) => {
      const browser = await at.node.signIn(officerWith('oversight-officer'));
      const payload = { reason: 'Agreed between ministries' };
      const answer = await browser.ask({ method: 'POST', url: `/api/exchange/peers/${path}`, payload });
      expect(answer.statusCode).toBe(204);
    };
    await step(india, 'kz/suspension');
    expect(rulesOf(await decide(delhi, id, 'confirmed'))).toEqual(['no-channel']);
    await step(india, 'kz/resumption');
    await step(kz, 'in/suspension');
    const asked = await call(astana.author, 'POST', '/inquiries', { node: 'in', reference: other.reference });
    expect(rulesOf(asked)).toEqual(['no-channel']);
    await step(kz, 'in/resumption');
    expect((await decide(delhi, id, 'confirmed')).statusCode).toBe(200);
  });

  test('is taken back when the alert ends: erased at both, with what the envelopes said', async () => {
    const { id, alert } = await inquired({ kind: 'members', states: ['KZ'] });
    await decide(delhi, id, 'confirmed');
    await constellation.settle();
    expect((await read(astana, id)).told).not.toBeNull();
    await stepOn(delhi.author, alert.reference, 'POST', 'withdrawal', {
      why: 'purpose-achieved',
      reasons: 'He has been found.',
    });
    await expect.poll(async () => (await read(astana, id)).recalledAt, SOON).not.toBeNull();
    for (const cast of [astana, delhi]) {
      expect(await read(cast, id)).toMatchObject({ decision: 'confirmed', told: null, about: null, answerWords: null });
    }
    const { rows } = await sql`
      SELECT FROM exchange.inbox WHERE about = ${id} AND type = 'cases.content-told' AND personal IS NOT NULL`.execute(
      kz.database.db,
    );
    expect(rows).toEqual([]);
  });
});

describe('what a stranger sends', () => {
  test('with a reference that another node was given is refused as one that nobody was given', async () => {
    const { reference } = await hitBy();
    for (const guess of [reference, '0'.repeat(32)]) {
      const body = { inquiry: crypto.randomUUID(), reference: guess, case: 'CN-1' };
      expect(await slip(china, 'in', 'cases.content-asked', body)).toBe('cases.unknown-answer');
      expect((await call(delhi.author, 'GET', `/inquiries/${body.inquiry}`)).statusCode).toBe(404);
    }
  });

  test('about an inquiry of two others, or twice, changes nothing', async () => {
    const { id, reference } = await inquired();
    const told = { inquiry: id, decision: 'not-confirmed' };
    expect(await slip(china, 'kz', 'cases.content-told', told)).toBe('cases.unknown-inquiry');
    expect(await slip(china, 'kz', 'cases.content-recalled', { inquiry: id })).toBe('cases.unknown-inquiry');
    const again = { inquiry: crypto.randomUUID(), reference, case: 'KZ-1' };
    expect(await slip(kz, 'in', 'cases.content-asked', again)).toBe('cases.asked-before');
    expect(await slip(kz, 'in', 'cases.content-asked', { ...again, inquiry: id })).toBeUndefined();
    expect(await read(astana, id)).toMatchObject({ decision: null });
  });

  test('as a yes without content, or with that of an alert of somebody else, is refused', async () => {
    const { id } = await inquired();
    const yes = { inquiry: id, decision: 'confirmed' };
    const told = { category: 'wanted-for-arrest', action: 'arrest', names: ['A'], birthDates: [], nationalities: [] };
    const wrong = [
      yes,
      { ...yes, told: { ...told, reference: 'CN-2026-000001' } },
      { ...yes, told: { ...told, reference: 'IN-2026-000001', category: 'invented' } },
      { ...yes, decision: 'not-confirmed', told: { ...told, reference: 'IN-2026-000001' } },
    ];
    for (const body of wrong) expect(await slip(india, 'kz', 'cases.content-told', body)).toBe('cases.not-tellable');
    expect(await read(astana, id)).toMatchObject({ decision: null, told: null });
  });
});

test('an inquiry is gone at both sides after the days of the profile', async () => {
  const { id } = await inquired();
  for (const { clock } of constellation.nodes) clock.forward(31 * 24 * 60);
  [astana, delhi] = [await castOf(kz), await castOf(india)];
  for (const { author } of [astana, delhi]) {
    await expect.poll(async () => (await call(author, 'GET', `/inquiries/${id}`)).statusCode, SOON).toBe(404);
  }
});
