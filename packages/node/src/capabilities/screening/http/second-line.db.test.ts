import { readFileSync } from 'node:fs';
import type { AlertView } from '@entente/contracts/alerts/alert';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { AlertIdentity, AlertSubject } from '@entente/contracts/alerts/content';
import type { Problem } from '@entente/contracts/problem';
import type { CheckRequest } from '@entente/contracts/screening';
import type { Notice, SecondLinePage, SecondLineView, Verdict } from '@entente/contracts/screening/second-line';
import { issueAlert, mustAlerts } from '@entente/testkit/alerts/alert-desk';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { readLogParts } from '@entente/testkit/log-parts';
import { type Browser, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { writeTd3 } from '@entente/testkit/people/zone';
import { dumpSchema } from '@entente/testkit/schema-dump';
import { askScreening, makeCheck, mustScreening, referHit } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const PROFILE = new URL('../../../../../../profiles/sco-2018/categories.json', import.meta.url);
const CATEGORIES = JSON.parse(readFileSync(PROFILE, 'utf8')) as Category[];
const soon = { timeout: 10_000, interval: 50 };
const HOUR = 60;
const DAY = 24 * HOUR;
const [aigerim, daniyar] = DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('border-officer'));

let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let colleague: Browser;
let author: Browser;
let reviewer: Browser;
const clock = testClock(new Date('2026-11-25T09:00:00Z'));

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  await runTerms();
  for (const work of node.background) await work.start();
  await signIn();
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

async function signIn(): Promise<void> {
  [desk, colleague] = [await node.signIn(aigerim!), await node.signIn(daniyar!)];
  author = await node.signIn(officerWith('contact-point-officer'));
  reviewer = await node.signIn(officerWith('reviewer'));
}

/** One round of the job, as it runs every half minute. */
async function runTerms(): Promise<void> {
  const terms = node.background.find(({ name }) => name === 'screening terms')!;
  await terms.start();
  await terms.stop();
}

async function forward(minutes: number): Promise<void> {
  clock.forward(minutes);
  await vi.waitFor(async () => {
    expect((await node.nobody.ask({ method: 'GET', url: '/readyz' })).statusCode).toBe(200);
  }, soon);
}

async function indexed(): Promise<number> {
  const { body } = await node.nobody.ask({ method: 'GET', url: '/metrics' });
  return Number(/^entente_screening_index_subjects (\d+)$/m.exec(body)?.[1]);
}

let seed = 1200;
async function issue(category: string, subject?: AlertSubject): Promise<AlertView> {
  seed += 1;
  const wish = { now: clock.now(), state: { iso3: 'KAZ' }, ...(subject && { kind: subject.kind }) };
  const content = lawfulContent(CATEGORIES.find(({ id }) => id === category)!, seed, wish);
  const whole = { ...content, ...(subject && { subject: { ...content.subject, ...subject } as AlertSubject }) };
  const before = await indexed();
  const alert = await issueAlert(author, reviewer, whole);
  await vi.waitFor(async () => expect(await indexed()).toBe(before + 1), soon);
  return alert;
}

function identity(status: AlertIdentity['status'], full: string, birthDate: string): AlertIdentity {
  return {
    status,
    names: [{ full, kind: 'primary', quality: 'good', script: 'Latn' }],
    birthDates: [{ date: birthDate }],
    birthPlaces: [],
    nationalities: ['KAZ'],
    documents: [],
    ...(status === 'misused' && { victimConsent: { reference: 'Consent 17', givenOn: '2026-10-01' } }),
  };
}

/** Names unlike each other, so that one test's alert is no other's namesake. */
const FAMILIES =
  'Baitasov Chernykh Dosmukhamed Erzhanov Fomichev Gabdullin Khodzhaev Ismagulov Lavrik Mukhitdin Ordabek Pshenkin Rakhmet Sydykov Tulegen Umarkhan Voronets Yusupbek Zholdas Akhtanov Burkit Kozlyak Maldybai Shcherba'.split(
    ' ',
  );
const GIVEN = ['Azamat', 'Boris', 'Chingiz', 'Dmitri', 'Erlan', 'Farkhad', 'Gleb'];

let people = 0;
/** An alert on somebody of a name of his own, and the zone of a passport in that name. */
async function wanted(category = 'wanted-for-arrest', ...others: AlertIdentity[]) {
  const [family, given] = [FAMILIES[people]!, GIVEN[people % GIVEN.length]!];
  people += 1;
  const alert = await issue(category, {
    kind: 'person',
    identities: [identity('confirmed', `${given} ${family}`, '1979-04-04'), ...others],
    marks: ['Scar over the left eye'],
    description: 'Tall, walks with a stick',
  });
  return { alert, key: `alert/${alert.id}`, family, given, asked: passport(family, given, '1979-04-04', number()) };
}

let passports = 70_000_000;
const number = () => `N${++passports}`;

function passport(family: string, given: string, birthDate: string, of: string): CheckRequest {
  const person = { issuer: 'KAZ', nationality: 'KAZ', sex: 'male', expiryDate: '2031-01-01' } as const;
  return {
    by: 'text',
    text: writeTd3({ ...person, family: family.toUpperCase(), given: given.toUpperCase(), birthDate, number: of }),
  };
}

const path = ({ id }: { id: string }, rest = '') => `/second-line/${id}${rest}`;
const verdictOn = (browser: Browser, of: SecondLineView, verdict: Omit<Verdict, 'revision'>) =>
  askScreening(browser, 'POST', path(of, '/verdicts'), { revision: of.revision, ...verdict });
const rulesOf = (body: Problem) => body.errors?.map(({ rule }) => rule);

async function eventsOf(of: { id: string }): Promise<string[]> {
  const { rows } = await sql<{ event: string }>`
    SELECT event FROM audit.record WHERE content::jsonb -> 'subject' ->> 'ref' = ${of.id} ORDER BY id`.execute(
    database.db,
  );
  return rows.map(({ event }) => event);
}

const same = (candidate: string): Omit<Verdict, 'revision'> => ({
  candidate,
  verdict: 'same-person',
  checklist: [{ item: 'photograph', finding: 'agrees' }],
  taken: 'arrest-for-extradition',
});
const another = (candidate: string): Omit<Verdict, 'revision'> => ({
  candidate,
  verdict: 'not-the-same',
  checklist: [{ item: 'marks', finding: 'differs' }],
  notTaken: 'Another person',
});

describe('a referral', () => {
  test('opens a case with the candidates and what their alerts say for comparison, and is recorded with each reference', async () => {
    const { alert, key, asked } = await wanted();
    const hit = await makeCheck(desk, asked);
    const opened = await referHit(desk, hit, true);
    expect(opened).toMatchObject({
      openedBy: { id: aigerim!.id, name: aigerim!.displayName },
      place: 'Invented crossing',
      candidates: 1,
      verdicts: 0,
      closedAt: null,
      clock: { state: 'running', limitAt: '2026-11-25T12:00:00.000Z', warnAt: '2026-11-25T11:30:00.000Z' },
      found: [{ key }],
      alerts: [{ id: alert.id, reference: alert.reference, marks: ['Scar over the left eye'], photographs: [] }],
      revision: 1,
    });
    // The ground stays with those who keep the alert.
    expect(JSON.stringify(opened.alerts)).not.toMatch(/offence|warrant|legalBasis|issuingAuthority/);
    expect(await eventsOf(opened)).toEqual(['screening.referred', 'screening.case-read']);
    const { rows } = await sql<{ facts: object }>`
      SELECT content::jsonb -> 'facts' AS facts FROM audit.record
      WHERE event = 'screening.case-read' AND content::jsonb -> 'subject' ->> 'ref' = ${opened.id}`.execute(
      database.db,
    );
    expect(rows).toEqual([{ facts: { alerts: alert.reference } }]);
  });

  test('takes the hit with it: it is referred once, and by whoever asked', async () => {
    const { asked } = await wanted();
    const hit = await makeCheck(desk, asked);
    const referral = { check: hit.id, direction: 'entry', place: 'Invented crossing', held: false };
    expect((await askScreening(colleague, 'POST', '/referrals', referral)).json()).toMatchObject({
      code: 'unknown-check',
    });
    await referHit(desk, hit);
    expect((await askScreening(desk, 'POST', '/referrals', referral)).json()).toMatchObject({ code: 'unknown-check' });
  });

  test('is not possible for a check without a hit, nor when the shift is over', async () => {
    const clean = await makeCheck(desk, passport('Nobody', 'Nikto', '1990-01-01', number()));
    const referral = { check: clean.id, direction: 'entry', place: 'Invented crossing', held: false };
    expect((await askScreening(desk, 'POST', '/referrals', referral)).statusCode).toBe(404);
    const { asked } = await wanted();
    const hit = await makeCheck(desk, asked);
    clock.forward(13 * HOUR);
    await signIn();
    expect((await askScreening(desk, 'POST', '/referrals', { ...referral, check: hit.id })).statusCode).toBe(404);
    await runTerms();
    const { rows } = await sql`SELECT 1 FROM screening.possible_hit WHERE id = ${hit.id}`.execute(database.db);
    expect(rows).toEqual([]);
    await forward(0);
  });

  test('is listed with the traveller masked, and the database holds him sealed', async () => {
    const { asked, family, given } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    const { cases } = await mustScreening<SecondLinePage>(desk, 'GET', '/second-line?open=true');
    expect(cases.find(({ id }) => id === opened.id)).toMatchObject({
      traveller: `${given[0]}••• ${family[0]}•••, KAZ, 1979`,
    });
    expect(JSON.stringify(cases).toLowerCase()).not.toContain(family.toLowerCase());
    const dump = (await dumpSchema(database, 'screening')).toLowerCase();
    expect(dump).not.toContain(family.toLowerCase());
    expect(dump).not.toContain('invented crossing');
  });

  test('is listed page by page, the latest first', async () => {
    const first = await mustScreening<SecondLinePage>(desk, 'GET', '/second-line?limit=2');
    expect(first.cases).toHaveLength(2);
    const second = await mustScreening<SecondLinePage>(desk, 'GET', `/second-line?limit=2&cursor=${first.next}`);
    const all = await mustScreening<SecondLinePage>(desk, 'GET', '/second-line?limit=200');
    expect([...first.cases, ...second.cases].map(({ id }) => id)).toEqual(all.cases.slice(0, 4).map(({ id }) => id));
  });

  test('is seen by the same authority and the contact point, by nobody else', async () => {
    const { asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    for (const browser of [colleague, author])
      expect((await askScreening(browser, 'GET', path(opened))).statusCode).toBe(200);
    for (const role of ['oversight-officer', 'administrator', 'reviewer'] as const)
      expect((await askScreening(await node.signIn(officerWith(role)), 'GET', path(opened))).statusCode).toBe(403);
  });
});

describe('a verdict', () => {
  test('closes the case when each candidate has one, stops the clock, and stands in the log with place, direction and findings', async () => {
    const { alert, key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked), true);
    const answer = await verdictOn(colleague, opened, { ...same(key), note: 'Photograph of 2019' });
    expect(answer.statusCode, answer.body).toBe(200);
    const closed = answer.json<SecondLineView>();
    expect(closed).toMatchObject({
      verdicts: 1,
      clock: { state: 'stopped' },
      given: [{ verdict: 'same-person', taken: 'arrest-for-extradition', by: { name: daniyar!.displayName } }],
    });
    expect(closed.closedAt).not.toBeNull();
    const [given] = closed.given;
    const { rows } = await sql<{ facts: object }>`
      SELECT content::jsonb -> 'facts' AS facts FROM audit.record WHERE id = ${given!.record}`.execute(database.db);
    expect(rows[0]!.facts).toEqual({
      candidate: alert.reference,
      verdict: 'same-person',
      taken: 'arrest-for-extradition',
      direction: 'entry',
      closed: true,
    });
    const [part] = await readLogParts(database, given!.record);
    expect(JSON.parse(part!.text)).toMatchObject({ place: 'Invented crossing', note: 'Photograph of 2019' });
  });

  const refusals: [string, (key: string) => Omit<Verdict, 'revision'>, string][] = [
    ['the name alone', (key) => ({ ...same(key), checklist: [] }), 'verified-on-name-alone'],
    [
      'answers alone',
      (key) => ({ ...same(key), checklist: [{ item: 'questions', finding: 'agrees' }] }),
      'verified-on-name-alone',
    ],
    [
      'an unexplained difference',
      (key) => ({ ...same(key), checklist: [...same(key).checklist, { item: 'marks', finding: 'differs' }] }),
      'differs-unexplained',
    ],
    ['nothing that differs', (key) => ({ ...another(key), checklist: [] }), 'nothing-differs'],
    [
      'no word on why it cannot be established',
      (key) => ({ ...another(key), verdict: 'cannot-be-established' }),
      'note-missing',
    ],
    ['neither an action nor why not', (key) => ({ ...same(key), taken: '' }), 'action-or-why-not'],
    ['an action nobody asked for', (key) => ({ ...same(key), taken: 'report-whereabouts' }), 'action-not-asked'],
    [
      'an arrest of somebody not established',
      (key) => ({ ...same(key), verdict: 'cannot-be-established', note: 'Not known' }),
      'action-before-identity',
    ],
    ['an action on somebody else', (key) => ({ ...another(key), taken: 'arrest', notTaken: '' }), 'action-on-another'],
    [
      'a thing compared twice',
      (key) => ({ ...same(key), checklist: [...same(key).checklist, ...same(key).checklist] }),
      'checked-twice',
    ],
    ['a candidate of another case', () => same('alert/00000000-0000-4000-8000-000000000000'), 'unknown-candidate'],
  ];

  test('is refused with the rule named, changes nothing, and each refusal is on record', async () => {
    const { key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    for (const [what, verdict, rule] of refusals) {
      const answer = await verdictOn(desk, opened, verdict(key));
      expect(answer.statusCode, what).toBe(422);
      expect(answer.json(), what).toMatchObject({ code: 'step-refused' });
      expect(rulesOf(answer.json()), what).toContain(rule);
    }
    expect(await mustScreening(desk, 'GET', path(opened))).toMatchObject({ revision: 1, given: [] });
    const { rows } = await sql<{ facts: { step: string; rules: string } }>`
      SELECT content::jsonb -> 'facts' AS facts FROM audit.record
      WHERE event = 'screening.refused' AND content::jsonb -> 'subject' ->> 'ref' = ${opened.id} ORDER BY id`.execute(
      database.db,
    );
    expect(rows.map(({ facts }) => facts.rules.split(' ')[0])).toEqual(refusals.map(([, , rule]) => rule));
  });

  test('once given stands', async () => {
    const { key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    const closed = (await verdictOn(desk, opened, another(key))).json<SecondLineView>();
    const again = await verdictOn(desk, closed, same(key));
    expect(again.statusCode).toBe(422);
    expect(rulesOf(again.json())).toEqual(['verdict-given-before']);
    const draft = { revision: closed.revision, candidate: key, checklist: [] };
    expect(rulesOf((await askScreening(desk, 'PUT', path(closed, '/checklist'), draft)).json())).toEqual([
      'verdict-given-before',
    ]);
  });

  test('by two officers at once: the second is shown the first, and nothing of either is lost', async () => {
    const { key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    const saved = { revision: 1, candidate: key, checklist: [{ item: 'marks', finding: 'agrees', note: 'The scar' }] };
    await mustScreening(desk, 'PUT', path(opened, '/checklist'), saved);
    const late = await askScreening(colleague, 'PUT', path(opened, '/checklist'), { ...saved, checklist: [] });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'edited-meanwhile',
      current: { revision: 2, drafts: { [key]: saved.checklist } },
    });
    const lateVerdict = await verdictOn(colleague, opened, same(key));
    expect(lateVerdict.statusCode).toBe(409);
    expect(await mustScreening(desk, 'GET', path(opened))).toMatchObject({ revision: 2, given: [] });
  });

  test('is not given on a clock that was set back, nor is anything else done', async () => {
    const { key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    clock.forward(-30);
    for (const answer of [
      await verdictOn(desk, opened, same(key)),
      await askScreening(desk, 'PUT', path(opened, '/clock'), { revision: 1, held: true }),
      await askScreening(desk, 'PUT', path(opened, '/checklist'), { revision: 1, candidate: key, checklist: [] }),
    ]) {
      expect(answer.statusCode).toBe(422);
      expect(rulesOf(answer.json())).toEqual(['clock-set-back']);
    }
    clock.forward(30);
    expect((await verdictOn(desk, opened, same(key))).statusCode).toBe(200);
  });

  test('on the strength of an alert that has ended lets nothing be done', async () => {
    const { alert, key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    await mustAlerts(author, 'POST', `/${alert.id}/withdrawal`, {
      revision: alert.revision,
      why: 'purpose-achieved',
      reasons: 'He was found and heard.',
    });
    expect(await mustScreening(desk, 'GET', path(opened))).toMatchObject({ found: [{ key }], alerts: [] });
    expect(rulesOf((await verdictOn(desk, opened, same(key))).json())).toEqual(['alert-ended']);
    const why = { ...same(key), taken: '', notTaken: 'The alert was withdrawn' };
    expect((await verdictOn(desk, opened, why)).statusCode).toBe(200);
  });

  test('never detains over a document, a misused identity, or anybody under 18', async () => {
    const of = number();
    const lost = await issue('document-lost-stolen', {
      kind: 'document',
      documentType: 'passport',
      number: of,
      issuer: 'KAZ',
      status: 'stolen',
      reportedOn: '2026-11-20',
    });
    const bearer = await referHit(desk, await makeCheck(desk, passport('Ivanov', 'Petr', '1980-01-01', of)));
    const arrest = { ...same(`alert/${lost.id}`), taken: 'arrest' };
    expect(rulesOf((await verdictOn(desk, bearer, arrest)).json())).toContain('document-never-detains');

    const { key } = await wanted('wanted-for-arrest', identity('misused', 'Zhanat Zhertva', '1983-03-03'));
    const victim = await referHit(desk, await makeCheck(desk, passport('Zhertva', 'Zhanat', '1983-03-03', number())));
    expect(victim.found).toMatchObject([{ action: 'clear-victim', caution: 'victim' }]);
    expect(rulesOf((await verdictOn(desk, victim, same(key))).json())).toContain('victim-never-detained');

    const own = number();
    const grown = await issue('wanted-for-arrest', {
      kind: 'person',
      identities: [
        {
          ...identity('confirmed', 'Maksut Vzroslyi', '1979-04-04'),
          documents: [{ type: 'passport', number: own, country: 'KAZ' }],
        },
      ],
    });
    const child = await makeCheck(desk, passport('Vzroslyi', 'Maksut', '2011-01-01', own));
    expect(child.candidates).toMatchObject([{ action: 'place-under-protection' }]);
    const minor = await referHit(desk, child);
    expect(rulesOf((await verdictOn(desk, minor, same(`alert/${grown.id}`))).json())).toContain('minor-never-detained');
  });
});

describe('a rejected pair', () => {
  test('of document and alert is known next time, by a keyed hash, and for this alert and document alone', async () => {
    const { key, asked, family, given } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    await verdictOn(desk, opened, another(key));
    const again = await makeCheck(colleague, asked);
    expect(again.candidates).toMatchObject([{ key, clearedBefore: { secondLine: opened.id } }]);
    const twin = await makeCheck(colleague, passport(family, given, '1979-04-04', number()));
    expect(twin.candidates).toMatchObject([{ key }]);
    expect(twin.candidates[0]).not.toHaveProperty('clearedBefore');
    const { rows } = await sql<{ pair: Buffer; row: string }>`
      SELECT pair, row_to_json(cleared)::text AS row FROM screening.cleared WHERE second_line = ${opened.id}`.execute(
      database.db,
    );
    expect(rows[0]!.pair).toHaveLength(32);
    expect(rows[0]!.row).not.toContain(String(passports));
  });

  test('clears the victim of a misused identity, known by the answers', async () => {
    const { key } = await wanted('wanted-for-arrest', identity('misused', 'Aset Nevinov', '1984-03-03'));
    const asked = passport('Nevinov', 'Aset', '1984-03-03', number());
    const opened = await referHit(desk, await makeCheck(desk, asked));
    const cleared = {
      ...another(key),
      checklist: [{ item: 'questions' as const, finding: 'agrees' as const }],
      taken: 'clear-victim',
      notTaken: '',
    };
    const answer = await verdictOn(desk, opened, cleared);
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await makeCheck(desk, asked)).candidates).toMatchObject([
      { key, caution: 'victim', clearedBefore: { secondLine: opened.id } },
    ]);
  });

  test('is forgotten when it turns out to be the same person after all', async () => {
    const { key, asked } = await wanted();
    await verdictOn(desk, await referHit(desk, await makeCheck(desk, asked)), another(key));
    await verdictOn(desk, await referHit(desk, await makeCheck(desk, asked)), same(key));
    expect((await makeCheck(desk, asked)).candidates[0]).not.toHaveProperty('clearedBefore');
  });

  test('goes with the alert', async () => {
    const { alert, key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    await verdictOn(desk, opened, another(key));
    const pairs = async () =>
      (await sql`SELECT 1 FROM screening.cleared WHERE second_line = ${opened.id}`.execute(database.db)).rows.length;
    expect(await pairs()).toBe(1);
    await mustAlerts(author, 'POST', `/${alert.id}/withdrawal`, {
      revision: alert.revision,
      why: 'wrong-person',
      reasons: 'The file was about another.',
    });
    await vi.waitFor(async () => expect(await pairs()).toBe(0), soon);
  });
});

describe('the detention clock', () => {
  test('warns, passes its limit, and is recorded as overdue once, without a word of who', async () => {
    const { asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked), true);
    const state = async () => (await mustScreening(desk, 'GET', path(opened))).clock?.state;
    expect(await state()).toBe('running');
    await forward(155);
    await signIn();
    expect(await state()).toBe('warning');
    await forward(30);
    await signIn();
    expect(await state()).toBe('over');
    await runTerms();
    await runTerms();
    const events = await eventsOf(opened);
    expect(events.filter((event) => event === 'screening.detention-overdue')).toHaveLength(1);
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE event = 'screening.detention-overdue'
        AND content::jsonb -> 'subject' ->> 'ref' = ${opened.id}`.execute(database.db);
    expect(JSON.parse(rows[0]!.content)).toMatchObject({
      actor: { kind: 'node', id: 'node' },
      facts: { limitMinutes: 180 },
      parts: [],
    });
  });

  test('is started and stopped by hand, and a pause buys no hours', async () => {
    const { key, asked } = await wanted();
    let of = await referHit(desk, await makeCheck(desk, asked));
    expect(of.clock).toBeNull();
    const turn = async (held: boolean) => {
      of = await mustScreening(desk, 'PUT', path(of, '/clock'), { revision: of.revision, held });
    };
    await turn(true);
    const { since } = of.clock!;
    await forward(10);
    await turn(false);
    expect(of.clock).toMatchObject({ state: 'stopped', since });
    await forward(10);
    await turn(true);
    expect(of.clock).toMatchObject({ state: 'running', since });
    of = (await verdictOn(desk, of, another(key))).json<SecondLineView>();
    expect(of.clock).toMatchObject({ state: 'stopped', since });
    const late = await askScreening(desk, 'PUT', path(of, '/clock'), { revision: of.revision, held: true });
    expect(rulesOf(late.json())).toEqual(['case-closed']);
  });
});

describe('the notice to the person', () => {
  test('says where, since when, until when and where to complain, and nothing of any alert', async () => {
    const { alert, family, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked), true);
    const answer = await askScreening(desk, 'GET', path(opened, '/notice?language=ru'));
    expect(answer.statusCode, answer.body).toBe(200);
    const notice = answer.json<Notice>();
    expect(notice).toEqual({
      number: opened.id.slice(0, 8).toUpperCase(),
      authority: expect.objectContaining({ ru: 'Пограничная служба (вымышленная)' }),
      place: 'Invented crossing',
      direction: 'entry',
      since: opened.clock!.since,
      limitAt: opened.clock!.limitAt,
      complaints: { authority: expect.objectContaining({ zh: '个人信息保护监察局' }), address: expect.any(String) },
    });
    const [candidate] = opened.found;
    const words = [
      alert.id,
      alert.reference,
      alert.category,
      family,
      candidate!.name,
      candidate!.action,
      candidate!.actionNames.ru,
      candidate!.source.kind === 'alert' && candidate!.source.categoryNames.ru,
      'Scar over the left eye',
    ];
    for (const word of words) expect(answer.body.toLowerCase()).not.toContain(String(word).toLowerCase());
    expect(await eventsOf(opened)).toContain('screening.notice-given');
  });
});

describe('an alert to be acted on without a word', () => {
  test('is reported through the second line afterwards, but holds nobody, tells nobody, and its particulars stay closed to the desk', async () => {
    const { key, asked } = await wanted('discreet-check');
    const quiet = await makeCheck(desk, asked);
    expect(quiet).toMatchObject({ outcome: 'no-hit', candidates: [], discreet: [{ key }] });
    const referral = { check: quiet.id, direction: 'exit', place: 'Invented crossing', held: true };
    const held = await askScreening(desk, 'POST', '/referrals', referral);
    expect(rulesOf(held.json())).toEqual(['held-discreetly']);
    const opened = await referHit(desk, quiet);
    // The category is read by others; the candidate says what to do.
    expect(opened).toMatchObject({ found: [{ key, action: 'discreet-report' }], alerts: [] });
    expect((await mustScreening(author, 'GET', path(opened))).alerts).toMatchObject([{ category: 'discreet-check' }]);
    const clocked = await askScreening(desk, 'PUT', path(opened, '/clock'), { revision: 1, held: true });
    expect(rulesOf(clocked.json())).toEqual(['held-discreetly']);
    expect(rulesOf((await askScreening(desk, 'GET', path(opened, '/notice'))).json())).toEqual(['noticed-discreetly']);
    const reported = { ...same(key), taken: 'discreet-report' };
    expect((await verdictOn(desk, opened, reported)).statusCode).toBe(200);
  });
});

describe('the end of a case', () => {
  test('comes after its term, and is recorded in numbers', async () => {
    const { key, asked } = await wanted();
    const opened = await referHit(desk, await makeCheck(desk, asked));
    await verdictOn(desk, opened, another(key));
    clock.forward(366 * DAY);
    await runTerms();
    desk = await node.signIn(aigerim!);
    expect((await askScreening(desk, 'GET', path(opened))).json()).toMatchObject({ code: 'unknown-case' });
    const { rows } = await sql<{ facts: { cases: number } }>`
      SELECT content::jsonb -> 'facts' AS facts FROM audit.record
      WHERE event = 'screening.cases-erased' ORDER BY id DESC LIMIT 1`.execute(database.db);
    expect(rows[0]!.facts.cases).toBeGreaterThan(0);
  });
});
