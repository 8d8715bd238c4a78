import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AlertView } from '@entente/contracts/alerts/alert';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { Problem } from '@entente/contracts/problem';
import {
  approveAlert,
  askAlerts,
  CLEAR_ANSWERS,
  issueAlert,
  mustAlerts,
  searchAlerts,
  submitAlert,
} from '@entente/testkit/alerts/alert-desk';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROFILE = fileURLToPath(new URL('../../../../../../profiles/sco-2018/categories.json', import.meta.url));
const CATEGORIES = JSON.parse(readFileSync(PROFILE, 'utf8')) as Category[];
const category = (id: string) => CATEGORIES.find((one) => one.id === id)!;

let database: TestDatabase;
let node: TestNode;
let author: Browser;
let colleague: Browser;
let reviewer: Browser;
let both: Browser;
let border: Browser;
let oversight: Browser;
let administrator: Browser;
const clock = testClock(new Date('2026-11-25T09:00:00Z'));

const named = (name: string) => DEMONSTRATION_OFFICERS.find((officer) => officer.name === name)!;

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  for (const work of node.background) await work.start();
  author = await node.signIn(officerWith('contact-point-officer'));
  colleague = await node.signIn(named('b.nurmagambetov'));
  reviewer = await node.signIn(officerWith('reviewer'));
  both = await node.signIn(named('g.alimkhanova'));
  border = await node.signIn(officerWith('border-officer'));
  oversight = await node.signIn(officerWith('oversight-officer'));
  administrator = await node.signIn(officerWith('administrator'));
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

let seed = 500;
function lawful(id: string, wish: Partial<Parameters<typeof lawfulContent>[2]> = {}): AlertContent {
  seed += 1;
  return lawfulContent(category(id), seed, { now: clock.now(), state: { iso3: 'KAZ' }, ...wish });
}

const rulesOf = (body: Problem) => body.errors?.map(({ rule }) => rule);

async function factsOf(event: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record WHERE event = ${event} ORDER BY id`.execute(database.db);
  return rows.map(({ content }) => (JSON.parse(content) as { facts: Record<string, unknown> }).facts);
}

describe('from draft to force', () => {
  test('a draft may lack almost anything and is called by a reference of its state and year', async () => {
    const { content } = {
      content: { category: 'wanted-for-arrest', subject: { kind: 'person', identities: [] }, ground: {} },
    };
    const view = await mustAlerts(author, 'POST', '', { content });
    expect(view.reference).toMatch(/^KZ-2026-\d{6}$/);
    expect(view).toMatchObject({ status: 'draft', revision: expect.any(Number), steps: [{ step: 'drafted' }] });
    expect(view.may.sort()).toEqual(['abandon', 'edit', 'submit']);
  });

  test('half a date is kept beside the draft, never in it, and is gone once it is submitted', async () => {
    const content = lawful('wanted-for-arrest');
    const unfinished = { '/subject/identities/0/birthDates/1/date': '31.02.1971', '/ground/warrant/number': '1-17' };
    const begun = await mustAlerts(author, 'POST', '', { content, unfinished });
    expect(begun.pendingVersion).toMatchObject({ content, unfinished });
    const saved = await mustAlerts(author, 'PUT', `/${begun.id}/draft`, {
      revision: begun.revision,
      content,
      unfinished: { '/note': 'typed' },
    });
    expect((await mustAlerts(author, 'GET', `/${begun.id}`)).pendingVersion?.unfinished).toEqual({ '/note': 'typed' });
    const submitted = await mustAlerts(author, 'POST', `/${begun.id}/submission`, {
      revision: saved.revision,
      considered: [],
    });
    expect(submitted.pendingVersion).toMatchObject({ state: 'in-review', content });
    expect(submitted.pendingVersion).not.toHaveProperty('unfinished');
  });

  test('every category of the profile comes into force on a lawful content and a second officer’s word', async () => {
    for (const { id } of CATEGORIES) {
      const view = await issueAlert(author, reviewer, lawful(id));
      expect(view).toMatchObject({ status: 'in-force', category: id, pending: null });
      expect(view.steps.map(({ step }) => step)).toEqual(['drafted', 'submitted', 'approved']);
      expect(view.steps.at(-1)!.record).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('an alert without a warrant is refused, the rule named, recorded, and stays a draft', async () => {
    const content = lawful('wanted-for-arrest');
    const { warrant: _, ...ground } = content.ground;
    const view = await mustAlerts(author, 'POST', '', { content: { ...content, ground } });
    const answer = await askAlerts(author, 'POST', `/${view.id}/submission`, {
      revision: view.revision,
      considered: [],
    });
    expect(answer.statusCode).toBe(422);
    expect(rulesOf(answer.json())).toContain('warrant-missing');
    expect((await factsOf('alerts.refused')).at(-1)).toMatchObject({ move: 'submit', rules: 'warrant-missing' });
    expect((await mustAlerts(author, 'GET', `/${view.id}`)).status).toBe('draft');
  });

  test('extremism over a newspaper article is refused, whatever act it is dressed as', async () => {
    const content = lawful('wanted-for-arrest', { offence: 'extremism' });
    const offence = {
      ...content.ground.offence!,
      conduct: 'publication-or-speech' as const,
      description: 'Published a newspaper article that insulted the government.',
    };
    const { violentAct: __, ...speech } = offence;
    const view = await mustAlerts(author, 'POST', '', {
      content: { ...content, ground: { ...content.ground, offence: speech } },
    });
    const answer = await askAlerts(author, 'POST', `/${view.id}/submission`, {
      revision: view.revision,
      considered: [],
    });
    expect(answer.statusCode).toBe(422);
    expect(rulesOf(answer.json())?.sort()).toEqual(['no-ground-of-speech', 'no-violent-act']);
    const act = {
      act: 'armed-attack',
      description: 'A newspaper article and three posts.',
      date: '2026-10-01',
      place: 'Almaty',
    };
    const disguised = { ...offence, conduct: 'violence' as const, violentAct: act };
    const dressed = await mustAlerts(author, 'POST', '', {
      content: { ...content, ground: { ...content.ground, offence: disguised } },
    });
    const again = await askAlerts(author, 'POST', `/${dressed.id}/submission`, {
      revision: dressed.revision,
      considered: [],
    });
    expect(rulesOf(again.json())).toContain('violent-act-of-speech');
  });

  test('the author does not review, not even as an officer who is a reviewer too', async () => {
    const submitted = await submitAlert(both, lawful('witness'));
    const review = {
      revision: submitted.revision,
      decision: 'approve',
      reasons: 'It is right, I wrote it myself.',
      answers: {},
    };
    const own = await askAlerts(both, 'POST', `/${submitted.id}/review`, review);
    expect(own.statusCode).toBe(422);
    expect(rulesOf(own.json())).toContain('own-review');
    expect(submitted.may).not.toContain('review');
    expect((await approveAlert(reviewer, submitted)).status).toBe('in-force');
  });

  test('an officer without the role does not review at all, and the refusal is on record', async () => {
    const submitted = await submitAlert(author, lawful('witness'));
    const answer = await askAlerts(colleague, 'POST', `/${submitted.id}/review`, {
      revision: submitted.revision,
      decision: 'approve',
      reasons: 'Papers compared with the file.',
      answers: CLEAR_ANSWERS,
    });
    expect(answer.statusCode).toBe(403);
    expect((await factsOf('access.refused')).at(-1)).toMatchObject({ action: 'alerts.review' });
  });

  test('what a reviewer leaves unanswered or fears keeps an arrest from coming into force', async () => {
    const submitted = await submitAlert(author, lawful('wanted-for-arrest'));
    const review = async (answers: object) =>
      await askAlerts(reviewer, 'POST', `/${submitted.id}/review`, {
        revision: submitted.revision,
        decision: 'approve',
        reasons: 'Papers compared with the file.',
        answers,
      });
    expect(rulesOf((await review({})).json())).toContain('neutrality-unanswered');
    const feared = { ...CLEAR_ANSWERS, tortureRisk: { answer: true, reasons: 'Reports of two organisations.' } };
    expect(rulesOf((await review(feared)).json())).toContain('torture-risk');
    const refugee = { ...CLEAR_ANSWERS, protection: { answer: true, reasons: 'Recognised as a refugee in 2024.' } };
    expect(rulesOf((await review(refugee)).json())).toContain('protection-known');
    expect((await mustAlerts(author, 'GET', `/${submitted.id}`)).status).toBe('in-review');
  });

  test('a returned version is written on, a refused one is not', async () => {
    const submitted = await submitAlert(author, lawful('witness'));
    const decide = async (alert: AlertView, decision: string) =>
      await mustAlerts(reviewer, 'POST', `/${alert.id}/review`, {
        revision: alert.revision,
        decision,
        reasons: 'The address of the witness is that of another person.',
        answers: {},
      });
    const returned = await decide(submitted, 'return');
    expect(returned).toMatchObject({ status: 'draft', pending: { state: 'draft' } });
    const again = await mustAlerts(author, 'POST', `/${returned.id}/submission`, {
      revision: returned.revision,
      considered: [],
    });
    const refused = await decide(again, 'refuse');
    expect(refused).toMatchObject({ status: 'refused', pending: null });
    const late = await askAlerts(author, 'PUT', `/${refused.id}/draft`, {
      revision: refused.revision,
      content: lawful('witness'),
    });
    expect(rulesOf(late.json())).toEqual(['not-a-draft']);
  });
});

describe('somebody alike', () => {
  test('must be considered before an alert is submitted', async () => {
    const content = lawful('wanted-for-arrest');
    const first = await issueAlert(author, reviewer, content);
    await expect.poll(async () => (await searchAlerts(author, `text=${first.reference}`)).total).toBe(1);
    await expect.poll(() => alikeTo(content)).toContain(first.reference);
    const view = await mustAlerts(author, 'POST', '', { content });
    const hasty = await askAlerts(author, 'POST', `/${view.id}/submission`, {
      revision: view.revision,
      considered: [],
    });
    expect(rulesOf(hasty.json())).toContain('alike-unconsidered');
    expect((await submitAlert(author, content)).status).toBe('in-review');
  });

  async function alikeTo(content: AlertContent): Promise<string[]> {
    const view = await mustAlerts(author, 'POST', '', { content });
    const { alike } = await mustAlerts<{ alike: { ref: string }[] }>(author, 'GET', `/${view.id}/assessment`);
    return alike.map(({ ref }) => ref);
  }
});

describe('two officers at one alert', () => {
  test('the later is told, is shown what stands now, and has changed nothing', async () => {
    const content = lawful('witness');
    const { id, revision } = await mustAlerts(author, 'POST', '', { content });
    const first = await mustAlerts(author, 'PUT', `/${id}/draft`, {
      revision,
      content: { ...content, note: 'From the first.' },
    });
    const answer = await askAlerts(colleague, 'PUT', `/${id}/draft`, {
      revision,
      content: { ...content, note: 'From the second.' },
    });
    expect(answer.statusCode).toBe(409);
    const problem = answer.json<Problem & { current: AlertView }>();
    expect(problem.code).toBe('edited-meanwhile');
    expect(problem.current).toMatchObject({ revision: first.revision });
    expect(problem.current.pendingVersion?.content.note).toBe('From the first.');
    const merged = {
      revision: problem.current.revision,
      content: { ...content, note: 'From the first. From the second.' },
    };
    const saved = await mustAlerts(colleague, 'PUT', `/${id}/draft`, merged);
    expect(saved.pendingVersion?.content.note).toBe('From the first. From the second.');
  });

  test('whoever wrote in a draft is one of its authors and does not review it', async () => {
    const content = lawful('witness');
    const { id, revision } = await mustAlerts(author, 'POST', '', { content });
    const saved = await mustAlerts(both, 'PUT', `/${id}/draft`, {
      revision,
      content: { ...content, note: 'One line more.' },
    });
    const submitted = await mustAlerts(author, 'POST', `/${id}/submission`, {
      revision: saved.revision,
      considered: [],
    });
    const answer = await askAlerts(both, 'POST', `/${id}/review`, {
      revision: submitted.revision,
      decision: 'approve',
      reasons: 'Papers compared with the file.',
      answers: {},
    });
    expect(rulesOf(answer.json())).toContain('own-review');
  });
});

describe('an alert in force', () => {
  test('is amended beside the version in force, which answers until the new one has passed review', async () => {
    const issued = await issueAlert(author, reviewer, lawful('witness'));
    const opened = await mustAlerts(author, 'POST', `/${issued.id}/versions`, {
      revision: issued.revision,
      kind: 'amendment',
    });
    expect(opened).toMatchObject({ status: 'in-force', pending: { kind: 'amendment', state: 'draft' } });
    const content = { ...opened.pendingVersion!.content, note: 'Lives with his brother now.' };
    const saved = await mustAlerts(author, 'PUT', `/${issued.id}/draft`, { revision: opened.revision, content });
    expect(saved.differences).toEqual([{ pointer: '/note', before: null, after: 'Lives with his brother now.' }]);
    expect(saved.current?.content.note).toBeUndefined();
    const submitted = await mustAlerts(author, 'POST', `/${issued.id}/submission`, {
      revision: saved.revision,
      considered: [],
    });
    const approved = await approveAlert(reviewer, submitted);
    expect(approved.current).toMatchObject({ number: 2, content: { note: 'Lives with his brother now.' } });
  });

  test('is extended by the same review as it was issued by, and by nothing else', async () => {
    const issued = await issueAlert(author, reviewer, lawful('witness'));
    const longer = { ...issued.current!.content, expiresOn: '2027-12-20', reviewOn: '2027-06-01' };
    const opened = await mustAlerts(author, 'POST', `/${issued.id}/versions`, {
      revision: issued.revision,
      kind: 'amendment',
    });
    const amended = await mustAlerts(author, 'PUT', `/${issued.id}/draft`, {
      revision: opened.revision,
      content: longer,
    });
    const hidden = await askAlerts(author, 'POST', `/${issued.id}/submission`, {
      revision: amended.revision,
      considered: [],
    });
    expect(rulesOf(hidden.json())).toContain('amendment-moves-expiry');
    const given = await mustAlerts(author, 'DELETE', `/${issued.id}/draft`, { revision: amended.revision });
    const extension = await mustAlerts(author, 'POST', `/${issued.id}/versions`, {
      revision: given.revision,
      kind: 'extension',
    });
    const saved = await mustAlerts(author, 'PUT', `/${issued.id}/draft`, {
      revision: extension.revision,
      content: longer,
    });
    expect(saved.expiresAt).toBe(issued.expiresAt);
    const submitted = await mustAlerts(author, 'POST', `/${issued.id}/submission`, {
      revision: saved.revision,
      considered: [],
    });
    expect(submitted.expiresAt).toBe(issued.expiresAt);
    expect((await approveAlert(reviewer, submitted)).expiresAt).toMatch(/^2027-12-20/);
  });

  test('is withdrawn at once by one officer, with reasons', async () => {
    const issued = await issueAlert(author, reviewer, lawful('wanted-for-arrest'));
    const withdrawal = { revision: issued.revision, why: 'court-order', reasons: 'The court has lifted the warrant.' };
    const ended = await mustAlerts(author, 'POST', `/${issued.id}/withdrawal`, withdrawal);
    expect(ended.status).toBe('withdrawn');
    expect(ended.steps.at(-1)).toMatchObject({ step: 'withdrawn', reasons: 'The court has lifted the warrant.' });
    expect(ended.may).toEqual(['delete']);
  });

  test('expires by itself at the end of its last day and is never revived by a clock set back', async () => {
    const content = { ...lawful('witness'), expiresOn: '2026-11-27', reviewOn: '2026-11-26' };
    const issued = await issueAlert(author, reviewer, content);
    clock.forward(3 * 24 * 60);
    author = await node.signIn(officerWith('contact-point-officer'));
    reviewer = await node.signIn(officerWith('reviewer'));
    const terms = node.background.find(({ name }) => name === 'alert terms')!;
    await terms.stop();
    await terms.start();
    expect(await mustAlerts(author, 'GET', `/${issued.id}`)).toMatchObject({ status: 'expired' });
    clock.forward(-2 * 24 * 60);
    const late = await askAlerts(author, 'POST', `/${issued.id}/versions`, {
      revision: issued.revision + 1,
      kind: 'extension',
    });
    expect(rulesOf(late.json())).toEqual(['clock-set-back']);
    clock.forward(2 * 24 * 60);
  });

  test('over a document suspends 48 hours after a dispute that nobody resolves, and answers again once it is rejected', async () => {
    const issued = await issueAlert(author, reviewer, lawful('document-lost-stolen'));
    const dispute = {
      revision: issued.revision,
      by: 'The holder (invented)',
      grounds: 'It was found the same day and reported so.',
    };
    const disputed = await mustAlerts(author, 'POST', `/${issued.id}/dispute`, dispute);
    expect(disputed).toMatchObject({ status: 'in-force', disputed: true });
    const terms = node.background.find(({ name }) => name === 'alert terms')!;
    clock.forward(47 * 60);
    await terms.stop();
    await terms.start();
    author = await node.signIn(officerWith('contact-point-officer'));
    expect((await mustAlerts(author, 'GET', `/${issued.id}`)).status).toBe('in-force');
    clock.forward(61);
    await terms.stop();
    await terms.start();
    author = await node.signIn(officerWith('contact-point-officer'));
    const suspended = await mustAlerts(author, 'GET', `/${issued.id}`);
    expect(suspended.status).toBe('suspended');
    const resolution = {
      revision: suspended.revision,
      outcome: 'rejected',
      reasons: 'The police report of the theft stands.',
    };
    expect((await mustAlerts(author, 'POST', `/${issued.id}/dispute/resolution`, resolution)).status).toBe('in-force');
  });
});

describe('who may look', () => {
  test('a discreet check is not even there for whoever its category does not name', async () => {
    author = await node.signIn(officerWith('contact-point-officer'));
    reviewer = await node.signIn(officerWith('reviewer'));
    border = await node.signIn(officerWith('border-officer'));
    const issued = await issueAlert(author, reviewer, lawful('discreet-check'));
    const answer = await border.ask({
      url: `/api/alerts/${issued.id}`,
      headers: purposeHeaders('border-check', 'border-law'),
    });
    expect(answer.statusCode).toBe(403);
    expect((await askAlerts(reviewer, 'GET', `/${issued.id}`)).statusCode).toBe(200);
  });

  test('an officer who states no purpose, and an administrator, see no alert', async () => {
    administrator = await node.signIn(officerWith('administrator'));
    expect((await author.ask({ url: '/api/alerts' })).json<Problem>().code).toBe('purpose-missing');
    expect((await askAlerts(administrator, 'GET', '')).statusCode).toBe(403);
  });

  test('a draft is looked at and held against the rules by its author as often as he writes in it', async () => {
    const { id } = await mustAlerts(author, 'POST', '', { content: lawful('witness') });
    for (let fields = 0; fields < 125; fields += 1) await mustAlerts(author, 'GET', `/${id}/assessment`);
  });

  test('each look is on record, and reading in bulk is refused, recorded and shown to oversight', async () => {
    const { alerts } = await searchAlerts(author, 'status=in-force&limit=1');
    const { id, reference } = alerts[0]!;
    const before = (await factsOf('alerts.read')).length;
    let refused: number | undefined;
    for (let looks = 0; looks < 130 && !refused; looks += 1) {
      const answer = await askAlerts(author, 'GET', `/${id}`);
      if (answer.statusCode !== 200) refused = answer.statusCode;
    }
    expect(refused).toBe(429);
    expect((await factsOf('alerts.read')).length).toBeGreaterThan(before);
    oversight = await node.signIn(officerWith('oversight-officer'));
    const shown = await oversight.ask({
      url: '/api/audit/records?event=alerts.bulk-reading-refused',
      headers: purposeHeaders('oversight', 'data-protection-law'),
    });
    expect(shown.json<{ total: number }>().total).toBeGreaterThan(0);
    expect(reference).toMatch(/^KZ-/);
  });
});

describe('the list', () => {
  test('is filtered, sorted and paged by keyset without losing or repeating a line', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const page = await searchAlerts(colleagueNow, `sort=reference&limit=5${cursor}`);
      seen.push(...page.alerts.map(({ reference }) => reference));
      if (!page.next) {
        expect(page.total).toBe(seen.length);
        break;
      }
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort());
    const documents = await searchAlerts(colleagueNow, 'kind=document&sort=expires');
    expect(documents.alerts.every(({ kind }) => kind === 'document')).toBe(true);
  });

  test('begins at its beginning for a cursor of another order, or one that nobody gave', async () => {
    const { next } = await searchAlerts(colleagueNow, 'sort=reference&limit=1');
    const { alerts } = await searchAlerts(colleagueNow, 'sort=created&limit=1');
    const id = crypto.randomUUID();
    const made = [next!, ...[`${id} 2026-13-45 10:00:00+00`, `${id} x`, 'x'].map((text) => btoa(text))];
    for (const cursor of made) {
      const page = await searchAlerts(colleagueNow, `sort=created&limit=1&cursor=${encodeURIComponent(cursor)}`);
      expect(page.alerts).toEqual(alerts);
    }
  });

  test('of what awaits review holds exactly that', async () => {
    const { alerts } = await searchAlerts(colleagueNow, 'awaiting=true');
    expect(alerts.length).toBeGreaterThan(0);
    expect(alerts.every(({ pending }) => pending?.state === 'in-review')).toBe(true);
  });

  test('finds an alert in force by its name in its script', async () => {
    const content = lawful('wanted-for-arrest');
    const issued = await issueAlert(colleagueNow, await node.signIn(officerWith('reviewer')), content);
    const find = async () => (await searchAlerts(colleagueNow, `text=${encodeURIComponent(issued.name)}`)).alerts;
    await expect.poll(async () => (await find()).map(({ reference }) => reference)).toContain(issued.reference);
  });

  test('keeps an officer’s filters under their names, for nobody else', async () => {
    const query = { status: 'in-force', sort: 'expires' };
    await mustAlerts(colleagueNow, 'PUT', '/filters/soon', { query, within: { expires: 30 } });
    expect(await mustAlerts(colleagueNow, 'GET', '/filters')).toEqual([
      { name: 'soon', query, within: { expires: 30 } },
    ]);
    expect(await mustAlerts(await node.signIn(named('g.alimkhanova')), 'GET', '/filters')).toEqual([]);
    expect(await mustAlerts(colleagueNow, 'DELETE', '/filters/soon')).toEqual([]);
  });

  let colleagueNow: Browser;
  beforeAll(async () => {
    colleagueNow = await node.signIn(named('b.nurmagambetov'));
  });
});

test('yearly counts are public and name no person', async () => {
  const answer = await node.nobody.ask({ url: '/api/alerts/figures' });
  expect(answer.statusCode).toBe(200);
  const discreet = answer
    .json<{ category: string; issued: number }[]>()
    .find((row) => row.category === 'discreet-check');
  expect(discreet?.issued).toBeGreaterThan(0);
});
