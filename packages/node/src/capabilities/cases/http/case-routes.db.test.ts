import type { CasePage, CaseView, Duty } from '@entente/contracts/cases';
import { askCases, caseOn, FOR_CASES, mustCases } from '@entente/testkit/cases/contact-point';
import { decide, invent, referred, samePerson, seek } from '@entente/testkit/cases/hit-abroad';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { FOR_OVERSIGHT } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const clock = testClock(new Date('2026-11-26T09:00:00Z'));
const home = { state: 'KZ', clock };
const alone = { settle: async () => {} };

let database: TestDatabase;
let node: TestNode;
let border: Browser;
let author: Browser;
let colleague: Browser;
let reviewer: Browser;
let oversight: Browser;
beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  for (const work of node.background) await work.start();
});
beforeEach(async () => {
  border = await node.signIn(officerWith('border-officer'));
  author = await node.signIn(officerWith('contact-point-officer'));
  colleague = await node.signIn(
    DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('contact-point-officer'))[1]!,
  );
  reviewer = await node.signIn(officerWith('reviewer'));
  oversight = await node.signIn(officerWith('oversight-officer'));
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

/** A hit on an alert of this state's own, confirmed at its own border. */
async function hit(category = 'wanted-for-arrest', taken = 'arrest'): Promise<CaseView> {
  const sought = invent();
  const { reference } = await seek(alone, home, { author, reviewer }, sought, category);
  const view = await referred(border, sought);
  await decide(border, view, samePerson(view, taken ? { taken } : { taken: '', notTaken: 'Nothing was asked' }));
  return (await caseOn(author, reference))!;
}

const duty = async (browser: Browser) => (await browser.ask({ method: 'GET', url: '/api/cases/duty' })).json<Duty>();

/** One round of the job, as it runs every five seconds. */
async function runWatch(): Promise<void> {
  const watch = node.background.find(({ name }) => name === 'watch on cases')!;
  await watch.stop();
  await watch.start();
}

async function eventsOf({ id }: { id: string }): Promise<string[]> {
  const { rows } = await sql<{ event: string }>`
    SELECT event FROM audit.record WHERE content::jsonb -> 'subject' ->> 'ref' = ${id} ORDER BY id`.execute(
    database.db,
  );
  return rows.map(({ event }) => event).filter((event) => event !== 'cases.read');
}

describe('an urgent hit that nobody acknowledges', () => {
  test('sounds after the minutes of the profile, then goes to those above, each once', async () => {
    const found = await hit();
    expect(found).toMatchObject({ urgent: true, alarm: 'quiet' });
    expect(await duty(author)).toMatchObject({ new: 1, urgentUnacknowledged: 1, sounding: 0, escalated: 0 });
    clock.forward(1);
    await runWatch();
    expect(await duty(author)).toMatchObject({ sounding: 1, escalated: 0 });
    clock.forward(14);
    await runWatch();
    await runWatch();
    expect(await duty(oversight)).toMatchObject({ sounding: 1, escalated: 1 });
    expect(await mustCases(reviewer, 'GET', `/${found.id}`)).toMatchObject({ alarm: 'escalated', may: [] });
    expect(await eventsOf(found)).toEqual(['cases.opened', 'cases.alarm-raised', 'cases.escalated']);
    const taken = await mustCases(author, 'POST', `/${found.id}/acknowledgement`);
    expect(taken).toMatchObject({ alarm: 'none', officer: { name: 'Madina Ospanova' } });
    expect(await duty(author)).toMatchObject({ new: 0, urgentUnacknowledged: 0, sounding: 0, escalated: 0 });
  });

  test('is one whose alert asks to hold or to protect somebody; another makes no sound', async () => {
    const found = await hit('witness', '');
    expect(found).toMatchObject({ urgent: false, alarm: 'none' });
    clock.forward(20);
    await runWatch();
    expect(await duty(author)).toMatchObject({ new: 1, urgentUnacknowledged: 0, sounding: 0 });
    expect(await eventsOf(found)).toEqual(['cases.opened']);
  });
});

describe('the list', () => {
  test('is narrowed to open, urgent and own cases, and comes in pages', async () => {
    const [first, second] = [await hit(), await hit()];
    await mustCases(author, 'POST', `/${first.id}/acknowledgement`);
    const ids = async (query: string, browser = author) =>
      (await mustCases<CasePage>(browser, 'GET', query)).cases.map(({ id }) => id);
    expect(await ids('?urgent=true')).toEqual(expect.arrayContaining([first.id, second.id]));
    expect(await ids('?urgent=false')).not.toContain(first.id);
    expect(await ids('?mine=true')).toContain(first.id);
    expect(await ids('?mine=true')).not.toContain(second.id);
    expect(await ids('?mine=true', colleague)).toEqual([]);
    await mustCases(author, 'POST', `/${first.id}/outcome`, { outcome: 'arrested' });
    expect(await ids('?open=true')).not.toContain(first.id);
    const walked: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await mustCases<CasePage>(author, 'GET', `?limit=1${cursor}`);
      walked.push(...page.cases.map(({ id }) => id));
      if (page.next === null) break;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(walked).toEqual(await ids('?limit=200'));
  });

  test('shows nothing of whom a case is about', async () => {
    const { body } = await askCases(author, 'GET', '');
    expect(body).not.toMatch(/Invented crossing|UZB|N7\d{7}|photograph/);
  });
});

describe('a case', () => {
  test('is read and worked on by the contact point, read by the reviewer and oversight, and by nobody else', async () => {
    const { id } = await hit();
    const reads = async (browser: Browser, headers = FOR_CASES) =>
      (await browser.ask({ method: 'GET', url: `/api/cases/${id}`, headers })).statusCode;
    expect([await reads(author), await reads(reviewer), await reads(oversight, FOR_OVERSIGHT)]).toEqual([
      200, 200, 200,
    ]);
    expect([await reads(border), await reads(node.nobody)]).toEqual([403, 401]);
    expect(await reads(await node.signIn(officerWith('administrator')))).toBe(403);
    expect((await askCases(reviewer, 'POST', `/${id}/acknowledgement`)).statusCode).toBe(403);
    expect((await border.ask({ method: 'GET', url: '/api/cases/duty' })).statusCode).toBe(403);
  });

  test('that is not there is answered like one that is not permitted', async () => {
    const answer = await askCases(author, 'GET', `/${crypto.randomUUID()}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'unknown-follow-up' });
  });

  test('is sealed: neither its texts nor its person lie in clear', async () => {
    const { id } = await hit();
    await mustCases(author, 'POST', `/${id}/messages`, { kind: 'text', text: 'Wellenreiter' });
    const { rows } = await sql<{ personal: Buffer }>`
      SELECT personal FROM cases.entry UNION ALL SELECT personal FROM cases.follow_up`.execute(database.db);
    for (const { personal } of rows) expect(personal.toString('latin1')).not.toMatch(/Wellenreiter|Invented crossing/);
    const { rows: records } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE event LIKE 'cases.%'`.execute(database.db);
    expect(JSON.stringify(records)).not.toMatch(/Wellenreiter|Invented crossing/);
  });

  test('is erased when its term is over', async () => {
    const { id } = await hit();
    await mustCases(author, 'POST', `/${id}/acknowledgement`);
    await mustCases(author, 'POST', `/${id}/outcome`, { outcome: 'no-action' });
    clock.forward(1095 * 24 * 60);
    await runWatch();
    const { rows } = await sql`SELECT FROM cases.entry WHERE follow_up = ${id}`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
