import type { CaseView } from '@entente/contracts/cases';
import type { Problem } from '@entente/contracts/problem';
import { askCases, caseOn, mustCases } from '@entente/testkit/cases/contact-point';
import { decide, invent, referred, samePerson, seek } from '@entente/testkit/cases/hit-abroad';
import {
  type Constellation,
  type ConstellationNode,
  openConstellation,
} from '@entente/testkit/constellation/constellation';
import { type Cast, castOf } from '@entente/testkit/constellation/members';
import type { Browser } from '@entente/testkit/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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
}, 60_000);
afterAll(() => constellation.close());

/** A hit made in Astana on an alert of India's, reported: the case as Delhi has it. */
async function reported(): Promise<CaseView> {
  const sought = invent();
  const { reference } = await seek(constellation, india, delhi, sought);
  const view = await referred(astana.border, sought);
  await decide(astana.border, view, samePerson(view, { report: { choice: 'report' } }));
  await constellation.settle();
  return (await caseOn(delhi.author, reference))!;
}

const say = (browser: Browser, { id }: CaseView, text: string) =>
  mustCases(browser, 'POST', `/${id}/messages`, { kind: 'text', text });
const read = ({ author }: Cast, { id }: CaseView) => mustCases(author, 'GET', `/${id}`);
const rulesOf = (body: Problem) => body.errors?.map(({ rule }) => rule);

/** Sends what a node's own software would not. */
async function slip(from: ConstellationNode, type: string, body: Record<string, unknown>): Promise<string | undefined> {
  await from.database.db
    .transaction()
    .execute((tx) => from.node.exchange.send(tx, { to: 'in', type, body: body as never, handling: 'restricted' }));
  await constellation.settle();
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM exchange.dead_letter ORDER BY at DESC, id DESC LIMIT 1`.execute(from.database.db);
  return rows[0]?.code;
}

describe('a thread', () => {
  test('has the messages of both sides in the order of each, once, and says how far each has come', async () => {
    const home = await reported();
    await mustCases(delhi.author, 'POST', `/${home.id}/acknowledgement`);
    const texts = Array.from({ length: 12 }, (_, at) => `message ${at}`);
    for (const text of texts) await say(texts.indexOf(text) % 3 ? delhi.author : astana.author, home, text);
    await constellation.settle();
    for (const cast of [astana, delhi]) {
      const { entries } = await read(cast, home);
      const messages = entries.filter(({ kind }) => kind === 'text');
      expect(messages.map(({ text }) => text).sort()).toEqual([...texts].sort());
      for (const side of ['here', 'there'] as const) {
        const of = messages.filter(({ by }) => by === side).map(({ text }) => texts.indexOf(text));
        expect(of).toEqual(of.toSorted((a, b) => a - b));
      }
      expect(new Set(entries.filter(({ by }) => by === 'here').map(({ delivery }) => delivery))).toEqual(
        new Set(['accepted']),
      );
      expect(entries.filter(({ by, officer }) => by === 'there' && officer !== null)).toEqual([]);
    }
  });

  test('goes on while the other node is away, and says that a message waits', async () => {
    const home = await reported();
    await kz.stop();
    const said = await say(delhi.author, home, 'Is he still held?');
    expect(['waiting', 'sent']).toContain(said.entries.at(-1)!.delivery);
    await kz.start();
    astana = await castOf(kz);
    await constellation.settle();
    expect((await read(astana, home)).entries.at(-1)).toMatchObject({ by: 'there', text: 'Is he still held?' });
    expect((await read(delhi, home)).entries.at(-1)).toMatchObject({ delivery: 'accepted' });
  });

  test('takes a message that comes again under another envelope once', async () => {
    const home = await reported();
    const message = { thread: home.id, id: crypto.randomUUID(), kind: 'text', text: 'twice' };
    await slip(kz, 'cases.message-sent', message);
    await slip(kz, 'cases.message-sent', message);
    expect((await read(delhi, home)).entries.filter(({ text }) => text === 'twice')).toHaveLength(1);
  });

  test('is closed on both sides by the owner’s outcome; the reporting side says what was done', async () => {
    const home = await reported();
    const early = await askCases(delhi.author, 'POST', `/${home.id}/outcome`, { outcome: 'handed-over' });
    expect(rulesOf(early.json<Problem>())).toEqual(['not-acknowledged']);
    await mustCases(delhi.author, 'POST', `/${home.id}/acknowledgement`);
    await mustCases(astana.author, 'POST', `/${home.id}/outcome`, { outcome: 'arrested', text: 'Held in Almaty' });
    await constellation.settle();
    expect((await read(delhi, home)).closedAt).toBeNull();
    await mustCases(delhi.author, 'POST', `/${home.id}/outcome`, { outcome: 'handed-over' });
    await constellation.settle();
    const here = await read(astana, home);
    expect(here.closedAt).not.toBeNull();
    expect(here.entries.map(({ outcome }) => outcome).filter(Boolean)).toEqual(['arrested', 'handed-over']);
    expect(here.may).toEqual([]);
    const late = await askCases(astana.author, 'POST', `/${home.id}/messages`, {
      kind: 'text',
      text: 'One more thing',
    });
    expect(rulesOf(late.json<Problem>())).toEqual(['case-closed']);
  });
});

describe('supplementary information', () => {
  test('is answered within the hours of the profile, and the clock stops on both sides', async () => {
    const home = await reported();
    const asked = await mustCases(delhi.author, 'POST', `/${home.id}/messages`, {
      kind: 'identity',
      form: 'asked',
      urgent: true,
      text: 'Please send his fingerprints',
    });
    const question = asked.entries.at(-1)!;
    expect(question.clock).toMatchObject({ state: 'running' });
    expect(Date.parse(question.clock!.dueAt) - Date.parse(question.at)).toBe(3_600_000);
    await constellation.settle();
    expect((await read(astana, home)).dueAt).not.toBeNull();
    for (const { clock } of constellation.nodes) clock.forward(61);
    [astana, delhi] = [await castOf(kz), await castOf(india)];
    expect((await read(astana, home)).entries.at(-1)!.clock).toMatchObject({ state: 'over' });
    const wrong = { kind: 'warrant', form: 'given', answers: question.id, text: 'Another kind' };
    const refused = await askCases(astana.author, 'POST', `/${home.id}/messages`, wrong);
    expect(rulesOf(refused.json<Problem>())).toEqual(['answers-nothing']);
    await mustCases(astana.author, 'POST', `/${home.id}/messages`, {
      ...wrong,
      kind: 'identity',
      text: 'Here they are',
    });
    await constellation.settle();
    for (const cast of [astana, delhi]) {
      const { entries, dueAt } = await read(cast, home);
      expect(entries.find(({ id }) => id === question.id)!.clock).toMatchObject({ state: 'answered' });
      expect(dueAt).toBeNull();
    }
  });
});

describe('what a stranger sends', () => {
  test('to a thread of two others is refused as to one that is not there, and changes nothing', async () => {
    const home = await reported();
    const entries = (await read(delhi, home)).entries.length;
    const words = { kind: 'text', text: 'Let him go' };
    for (const thread of [home.id, crypto.randomUUID()]) {
      const of = { thread, id: crypto.randomUUID() };
      expect(await slip(china, 'cases.message-sent', { ...of, ...words })).toBe('cases.unknown-thread');
      expect(await slip(china, 'cases.outcome-recorded', { ...of, outcome: 'released' })).toBe('cases.unknown-thread');
    }
    const hit = { alert: home.alert.reference, urgent: false, documents: [], compared: [] };
    const taken = { ...hit, thread: home.id, alert: { reference: hit.alert } };
    expect(await slip(china, 'cases.hit-reported', taken)).toBe('cases.unknown-thread');
    expect((await read(delhi, home)).entries).toHaveLength(entries);
  });

  test('on an alert that this state never had opens no case', async () => {
    const hit = { thread: crypto.randomUUID(), urgent: true, documents: [], compared: [] };
    for (const reference of ['IN-2026-999999', 'KZ-2026-000001']) {
      expect(await slip(china, 'cases.hit-reported', { ...hit, alert: { reference } })).toBe('cases.unknown-alert');
    }
    expect((await askCases(delhi.author, 'GET', `/${hit.thread}`)).statusCode).toBe(404);
  });

  test('as the reporting side acknowledges no hit', async () => {
    const home = await reported();
    const acknowledged = { thread: home.id, id: crypto.randomUUID() };
    expect(await slip(kz, 'cases.acknowledged', acknowledged)).toBe('cases.not-the-owner');
    expect((await read(delhi, home)).acknowledgedAt).toBeNull();
    const own = await askCases(astana.author, 'POST', `/${home.id}/acknowledgement`);
    expect(rulesOf(own.json<Problem>())).toEqual(['owner-acknowledges']);
  });
});
