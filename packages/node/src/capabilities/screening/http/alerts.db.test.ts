import { readFileSync } from 'node:fs';
import type { AlertView } from '@entente/contracts/alerts/alert';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { AlertContent, AlertIdentity, AlertSubject } from '@entente/contracts/alerts/content';
import type { CheckRequest } from '@entente/contracts/screening';
import { issueAlert, mustAlerts, searchAlerts, submitAlert } from '@entente/testkit/alerts/alert-desk';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { readLogParts } from '@entente/testkit/log-parts';
import { type Browser, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { writeTd3 } from '@entente/testkit/people/zone';
import { makeCheck, mustScreening } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const PROFILE = new URL('../../../../../../profiles/sco-2018/categories.json', import.meta.url);
const CATEGORIES = JSON.parse(readFileSync(PROFILE, 'utf8')) as Category[];
const soon = { timeout: 10_000, interval: 50 };
const DAY = 24 * 60;

let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let author: Browser;
let reviewer: Browser;
const clock = testClock(new Date('2026-11-25T09:00:00Z'));

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  for (const work of node.background) await work.start();
  await signIn();
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

async function signIn(): Promise<void> {
  desk = await node.signIn(officerWith('border-officer'));
  author = await node.signIn(officerWith('contact-point-officer'));
  reviewer = await node.signIn(officerWith('reviewer'));
}

let seed = 900;
function lawful(category: string, subject?: AlertSubject): AlertContent {
  seed += 1;
  const wish = { now: clock.now(), state: { iso3: 'KAZ' }, ...(subject && { kind: subject.kind }) };
  const content = lawfulContent(CATEGORIES.find(({ id }) => id === category)!, seed, wish);
  return { ...content, ...(subject && { subject: { ...content.subject, ...subject } as AlertSubject }) };
}

/** Brings an alert into force and waits until the index has heard of it. */
async function issue(category: string, subject?: AlertSubject): Promise<AlertView> {
  const before = await indexed();
  const alert = await issueAlert(author, reviewer, lawful(category, subject));
  await vi.waitFor(async () => expect(await indexed()).toBe(before + 1), soon);
  return alert;
}

async function indexed(): Promise<number> {
  const { body } = await node.nobody.ask({ method: 'GET', url: '/metrics' });
  return Number(/^entente_screening_index_subjects (\d+)$/m.exec(body)?.[1]);
}

async function isReady(): Promise<void> {
  await vi.waitFor(async () => {
    expect((await node.nobody.ask({ method: 'GET', url: '/readyz' })).statusCode).toBe(200);
  }, soon);
}

function identity(status: AlertIdentity['status'], full: string, birthDate: string, passport?: string): AlertIdentity {
  return {
    status,
    names: [{ full, kind: 'primary', quality: 'good', script: 'Latn' }],
    birthDates: [{ date: birthDate }],
    birthPlaces: [],
    nationalities: ['KAZ'],
    sex: 'male',
    documents: passport ? [{ type: 'passport', number: passport, country: 'KAZ' }] : [],
    ...(status === 'misused' && { victimConsent: { reference: 'Consent 17', givenOn: '2026-10-01' } }),
  };
}

const passport = (family: string, given: string, birthDate: string, number: string): CheckRequest => ({
  by: 'text',
  text: writeTd3({
    issuer: 'KAZ',
    nationality: 'KAZ',
    family,
    given,
    number,
    birthDate,
    sex: 'male',
    expiryDate: '2031-01-01',
  }),
});
const check = (request: CheckRequest) => makeCheck(desk, request);

describe('an alert in force', () => {
  test('answers at the desk beside the lists, with its reference, its owner and what to do', async () => {
    const person: AlertSubject = {
      kind: 'person',
      identities: [identity('confirmed', 'Bolat Suleimen', '1979-04-04')],
    };
    const alert = await issue('wanted-for-arrest', person);
    const { outcome, candidates, discreet } = await check(passport('SULEIMEN', 'BOLAT', '1979-04-04', 'N10000001'));
    expect(outcome).toBe('hit');
    expect(discreet).toEqual([]);
    expect(candidates).toMatchObject([
      {
        key: `alert/${alert.id}`,
        source: { kind: 'alert', reference: alert.reference, owner: 'KZ', category: 'wanted-for-arrest' },
        band: 'strong',
        identities: ['confirmed'],
        action: 'arrest-for-extradition',
        instructions: { ru: expect.stringContaining('второй линии') },
      },
    ]);
  });

  test('is found for whoever drafts the same person, and by its words in the list of alerts', async () => {
    const twin: AlertSubject = { kind: 'person', identities: [identity('confirmed', 'Болат Сүлеймен', '1979-04-04')] };
    const { id } = await mustAlerts(author, 'POST', '', { content: lawful('wanted-for-arrest', twin) });
    const { alike } = await mustAlerts<{ alike: { source: string; ref: string; name: string }[] }>(
      author,
      'GET',
      `/${id}/assessment`,
    );
    expect(alike).toMatchObject([{ source: 'alert', name: 'Bolat Suleimen', category: 'wanted-for-arrest' }]);
    const { alerts } = await searchAlerts(author, `text=${encodeURIComponent('Сулейменов Болат')}`);
    expect(alerts.map(({ reference }) => reference)).toContain(alike[0]!.ref);
  });

  test('answers no more once it is withdrawn', async () => {
    const person: AlertSubject = { kind: 'person', identities: [identity('confirmed', 'Arman Kasenov', '1981-04-04')] };
    const alert = await issue('wanted-for-arrest', person);
    const asked = passport('KASENOV', 'ARMAN', '1981-04-04', 'N10000002');
    expect((await check(asked)).outcome).toBe('hit');
    await mustAlerts(author, 'POST', `/${alert.id}/withdrawal`, {
      revision: alert.revision,
      why: 'purpose-achieved',
      reasons: 'He was found and heard.',
    });
    await vi.waitFor(async () => expect((await check(asked)).outcome).toBe('no-hit'), soon);
  });

  test('that a second officer has not approved does not answer', async () => {
    const person: AlertSubject = { kind: 'person', identities: [identity('confirmed', 'Olzhas Bekov', '1981-04-04')] };
    await submitAlert(author, lawful('wanted-for-arrest', person));
    expect((await check(passport('BEKOV', 'OLZHAS', '1981-04-04', 'N10000003'))).outcome).toBe('no-hit');
  });
});

describe('identities', () => {
  const wanted: AlertSubject = {
    kind: 'person',
    identities: [
      identity('confirmed', 'Ruslan Ibraev', '1980-01-01', 'N20000001'),
      identity('false', 'Timur Qasymov', '1985-05-05', 'N20000002'),
      identity('misused', 'Nurzhan Ospanov', '1983-03-03', 'N20000003'),
    ],
  };
  beforeAll(async () => {
    await issue('wanted-for-arrest', wanted);
  });

  test('are told apart: the evidence names the one it is about', async () => {
    const { candidates } = await check(passport('QASYMOV', 'TIMUR', '1985-05-05', 'N20000002'));
    expect(candidates).toMatchObject([
      { band: 'exact-document', identities: ['false'], name: 'Timur Qasymov', action: 'arrest-for-extradition' },
    ]);
  });

  test('are seen to be mixed where the passport is of one and the name of another, and score as the passport alone', async () => {
    const mixed = await check(passport('QASYMOV', 'TIMUR', '1985-05-05', 'N20000001'));
    expect(mixed.candidates).toMatchObject([{ band: 'exact-document', identities: ['confirmed', 'false'] }]);
    const whole = await check(passport('IBRAEV', 'RUSLAN', '1980-01-01', 'N20000001'));
    expect(whole.candidates).toMatchObject([{ band: 'exact-document', identities: ['confirmed'] }]);
    expect(mixed.candidates[0]!.score).toBeLessThan(whole.candidates[0]!.score);
  });

  test.each([
    ['own passport', passport('OSPANOV', 'NURZHAN', '1983-03-03', 'N20000003')],
    ['new passport', passport('OSPANOV', 'NURZHAN', '1983-03-03', 'N99999999')],
    ['name alone', { by: 'identity', identity: { names: ['Nurzhan Ospanov'] } }],
    ['number alone', { by: 'document', number: 'N20000003' }],
    ['passport with the name of whoever misuses it', passport('IBRAEV', 'RUSLAN', '1980-01-01', 'N20000003')],
  ] as [string, CheckRequest][])("the victim's %s shows no arrest, but how to clear him", async (_, asked) => {
    const { candidates } = await check(asked);
    expect(candidates).toMatchObject([{ action: 'clear-victim', caution: 'victim' }]);
    expect(candidates[0]!.identities).toContain('misused');
    expect(JSON.stringify(candidates)).not.toContain('arrest-for-extradition');
  });

  test('of a person under 18 never lead to an arrest', async () => {
    const { candidates } = await check({
      by: 'identity',
      identity: { names: ['Ruslan Ibraev'], birthDate: '2010' },
    });
    for (const { action } of candidates) expect(action).toBe('place-under-protection');
  });
});

describe('documents', () => {
  const holder = identity('confirmed', 'Gulnara Asanova', '1990-02-03');
  const { sex: _, ...anyone } = holder;
  beforeAll(async () => {
    await issue('document-lost-stolen', {
      kind: 'document',
      documentType: 'passport',
      number: 'N30000001',
      issuer: 'KAZ',
      status: 'stolen',
      reportedOn: '2026-11-20',
      holder: anyone,
    });
    await issue('blank-documents-stolen', {
      kind: 'blank-documents',
      documentType: 'passport',
      issuer: 'KAZ',
      prefix: 'N',
      from: '40000000',
      to: '40000999',
      reportedOn: '2026-11-20',
    });
  });

  test('recorded as stolen say "verify, do not detain", and the more so where bearer and holder agree', async () => {
    const own = await check(passport('ASANOVA', 'GULNARA', '1990-02-03', 'N30000001'));
    expect(own.candidates).toMatchObject([
      {
        band: 'exact-document',
        action: 'verify-document',
        actionNames: { en: 'Verify, do not detain' },
        caution: 'document-never-detains',
      },
    ]);
    const other = await check(passport('IVANOV', 'PETR', '1971-02-03', 'N30000001'));
    expect(other.candidates).toMatchObject([{ action: 'verify-document' }]);
    expect(other.candidates[0]).not.toHaveProperty('caution');
  });

  test('do not bring up their holder, who travels on another', async () => {
    expect((await check(passport('ASANOVA', 'GULNARA', '1990-02-03', 'N31111111'))).outcome).toBe('no-hit');
  });

  test('stolen blank are met by the range, scanned or typed', async () => {
    for (const asked of [
      passport('NOBODY', 'NIKTO', '1990-02-03', 'N40000500'),
      { by: 'document', number: 'N40000500', issuer: 'KAZ' },
      { by: 'text', text: 'N40000500' },
    ] as CheckRequest[])
      expect((await check(asked)).candidates).toMatchObject([
        { kind: 'blank-documents', band: 'exact-document', action: 'verify-document' },
      ]);
    expect((await check({ by: 'document', number: 'N40001000' })).outcome).toBe('no-hit');
  });
});

describe('objects', () => {
  test('a plate is met in the desk’s one field, in either alphabet, and by itself', async () => {
    const alert = await issue('object-sought', {
      kind: 'vehicle',
      plate: 'А123ВС77',
      country: 'RUS',
      vin: 'XTA210990Y2766389',
      make: 'Lada',
    });
    for (const asked of [
      { by: 'text', text: 'A 123 BC 77' },
      { by: 'text', text: 'а123вс77' },
      { by: 'object', scheme: 'plate', number: 'A123BC77', country: 'RUS' },
      { by: 'object', scheme: 'vin', number: 'xta210990y2766389' },
      { by: 'text', text: 'XTA210990Y2766389' },
    ] as CheckRequest[]) {
      const { outcome, readAs, candidates } = await check(asked);
      expect(outcome, JSON.stringify(asked)).toBe('hit');
      expect(readAs?.object?.number).toBeTruthy();
      expect(candidates).toMatchObject([
        { key: `alert/${alert.id}`, kind: 'vehicle', action: 'seize-object', evidence: [{ kind: 'object' }] },
      ]);
    }
    expect((await check({ by: 'object', scheme: 'plate', number: 'A123BC77', country: 'KAZ' })).outcome).toBe('no-hit');
  });

  test.each([
    [
      { kind: 'vessel', imo: '9074729', name: 'Nobody' },
      { by: 'object', scheme: 'imo', number: 'IMO 9074729' },
    ],
    [
      { kind: 'aircraft', registration: 'UP-B5702' },
      { by: 'object', scheme: 'aircraft-registration', number: 'UPB5702' },
    ],
    [
      { kind: 'container', number: 'CSQU3054383' },
      { by: 'object', scheme: 'container', number: 'CSQU 305438 3' },
    ],
    [
      { kind: 'firearm', serialNumber: 'KA77312', make: 'Invented', model: 'One', calibre: '9 mm' },
      { by: 'object', scheme: 'firearm-serial', number: 'KA-77312' },
    ],
  ] as [AlertSubject, CheckRequest][])('%j is met by its number', async (subject, asked) => {
    await issue('object-sought', subject);
    expect((await check(asked)).candidates).toMatchObject([{ kind: subject.kind, band: 'exact-document' }]);
  });

  test('a number without a letter or digit, and a state nobody knows, are said to be unreadable', async () => {
    expect(await check({ by: 'object', scheme: 'plate', number: '—' })).toMatchObject({ unreadable: 'nothing-to-ask' });
    expect(await check({ by: 'object', scheme: 'plate', number: 'A1', country: 'Atlantis' })).toMatchObject({
      unreadable: 'unknown-country',
    });
  });
});

describe('a discreet check', () => {
  test('makes no hit that a bystander could see, is a mark apart, and counts as a no-hit', async () => {
    const person: AlertSubject = { kind: 'person', identities: [identity('confirmed', 'Daulet Mirov', '1975-04-04')] };
    const alert = await issue('discreet-check', person);
    const answer = await check(passport('MIROV', 'DAULET', '1975-04-04', 'N50000001'));
    expect(answer).toMatchObject({
      outcome: 'no-hit',
      candidates: [],
      discreet: [{ key: `alert/${alert.id}`, action: 'discreet-report' }],
    });
    const [last] = await mustScreening<{ check: string; outcome: string }[]>(desk, 'GET', '/last-checks');
    expect(last).toMatchObject({ check: answer.id, outcome: 'no-hit' });
    const { rows } = await sql<{ facts: object }>`
      SELECT content::jsonb -> 'facts' AS facts FROM audit.record WHERE id = ${answer.record}`.execute(database.db);
    expect(rows[0]!.facts).toMatchObject({ answer: 'no-hit', strong: 0 });
    expect(await readLogParts(database, answer.record)).toEqual([
      { name: 'candidates', text: expect.stringContaining(alert.id) },
    ]);
    const own = await desk.ask({ method: 'GET', url: '/api/audit/own' });
    expect(own.statusCode, own.body).toBe(200);
    expect(own.body).not.toContain('discreet');
  });
});

describe('the end of an alert', () => {
  test('comes by its own date before any job has run, and a clock set back does not revive what the job expired', async () => {
    const person: AlertSubject = { kind: 'person', identities: [identity('confirmed', 'Askar Zhumin', '1972-04-04')] };
    const content = { ...lawful('missing', person), expiresOn: '2026-12-01', reviewOn: '2026-11-30' };
    const before = await indexed();
    const alert = await issueAlert(author, reviewer, content);
    await vi.waitFor(async () => expect(await indexed()).toBe(before + 1), soon);
    const asked = passport('ZHUMIN', 'ASKAR', '1972-04-04', 'N60000001');
    expect((await check(asked)).outcome).toBe('hit');
    const terms = node.background.find(({ name }) => name === 'alert terms')!;
    await terms.stop();
    clock.forward(10 * DAY);
    await signIn();
    await isReady();
    expect((await check(asked)).outcome).toBe('no-hit');
    expect(await mustAlerts(author, 'GET', `/${alert.id}`)).toMatchObject({ status: 'in-force' });
    // Set back, the date has not come: only the job ends an alert for good.
    clock.forward(-10 * DAY);
    expect((await check(asked)).outcome).toBe('hit');
    clock.forward(10 * DAY);
    await terms.start();
    expect(await mustAlerts(author, 'GET', `/${alert.id}`)).toMatchObject({ status: 'expired' });
    await vi.waitFor(async () => expect(await indexed()).toBe(before), soon);
    clock.forward(-10 * DAY);
    expect((await check(asked)).outcome).toBe('no-hit');
  });
});
