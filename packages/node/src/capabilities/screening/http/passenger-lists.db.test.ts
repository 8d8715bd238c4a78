import { readFileSync } from 'node:fs';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { AlertIdentity, AlertSubject } from '@entente/contracts/alerts/content';
import type {
  PassengerListReading,
  PassengerListReport,
  PassengerListRequest,
  PassengerListView,
  StatedPassenger,
} from '@entente/contracts/screening/passenger-list';
import type { LastChecks, ScreeningFigures } from '@entente/contracts/screening/shift';
import { issueAlert } from '@entente/testkit/alerts/alert-desk';
import { lawfulContent } from '@entente/testkit/alerts/lawful';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, purposeHeaders, type TestNode, testClock, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { dumpSchema } from '@entente/testkit/schema-dump';
import { askScreening, FOR_OVERSIGHT, makeCheck, mustScreening, referHit } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

const PROFILE = new URL('../../../../../../profiles/sco-2018/categories.json', import.meta.url);
const CATEGORIES = JSON.parse(readFileSync(PROFILE, 'utf8')) as Category[];
const soon = { timeout: 20_000, interval: 25 };
const [aigerim, daniyar] = DEMONSTRATION_OFFICERS.filter(({ roles }) => roles.includes('border-officer'));
const SOUGHT = { family: 'Zhaksybaev', given: 'Temirlan', birthDate: '1981-02-03' };

let database: TestDatabase;
let node: TestNode;
let desk: Browser;
let colleague: Browser;
const clock = testClock(new Date('2026-11-25T09:00:00Z'));

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database, { clock });
  for (const work of node.background) await work.start();
  desk = await node.signIn(aigerim!);
  colleague = await node.signIn(daniyar!);
  await seek(SOUGHT, 'wanted-for-arrest');
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
});

/** Brings an alert on an invented person into force, and waits until the desk meets it. */
async function seek({ family, given, birthDate }: typeof SOUGHT, category: string): Promise<void> {
  const identity: AlertIdentity = {
    status: 'confirmed',
    names: [{ full: `${given} ${family}`, parts: { family, given }, kind: 'primary', quality: 'good', script: 'Latn' }],
    birthDates: [{ date: birthDate }],
    birthPlaces: [],
    nationalities: ['KAZ'],
    sex: 'male',
    documents: [],
  };
  const found = CATEGORIES.find(({ id }) => id === category)!;
  const content = lawfulContent(found, 4711, { now: clock.now(), state: { iso3: 'KAZ' } });
  const subject = { ...content.subject, identities: [identity] } as AlertSubject;
  const author = await node.signIn(officerWith('contact-point-officer'));
  await issueAlert(author, await node.signIn(officerWith('reviewer')), { ...content, subject });
  await vi.waitFor(async () => {
    const answer = await makeCheck(desk, { by: 'identity', identity: { names: [`${given} ${family}`], birthDate } });
    expect([...answer.candidates, ...answer.discreet].length).toBeGreaterThan(0);
  }, soon);
}

/** Invented people whom nobody seeks. */
const crowd = (count: number, seed = 0): StatedPassenger[] =>
  Array.from({ length: count }, (_, at) => ({
    family: `Nikto${(seed + at).toString(36)}qx`,
    given: 'Nigde',
    birthDate: `19${50 + (at % 50)}-01-0${1 + (at % 9)}`,
    document: `QX${1000000 + seed + at}`,
  }));

const take = (people: StatedPassenger[], browser = desk) =>
  mustScreening<PassengerListView>(browser, 'POST', '/passenger-lists', { name: 'Bus 17', people });
const view = (id: string) => mustScreening<PassengerListView>(desk, 'GET', `/passenger-lists/${id}`);
const report = (id: string) => mustScreening<PassengerListReport>(desk, 'GET', `/passenger-lists/${id}/report`);
const close = (id: string, browser = desk) => askScreening(browser, 'DELETE', `/passenger-lists/${id}`);

async function ended(id: string): Promise<PassengerListView> {
  await vi.waitFor(async () => expect((await view(id)).endedAt).not.toBeNull(), soon);
  return await view(id);
}

async function rows(table: string, where = 'true'): Promise<Record<string, unknown>[]> {
  const found = await sql<Record<string, unknown>>`
    SELECT * FROM ${sql.raw(table)} WHERE ${sql.raw(where)}`.execute(database.db);
  return found.rows;
}
const facts = async (event: string) =>
  (await rows('audit.record', `event = '${event}' ORDER BY id`)).map(
    ({ content }) => (JSON.parse(String(content)) as { facts: Record<string, unknown> }).facts,
  );
/** Moves the clock, and waits until the index has heard of the time as it now is. */
async function forward(minutes: number): Promise<void> {
  clock.forward(minutes);
  await vi.waitFor(async () => {
    expect((await node.nobody.ask({ method: 'GET', url: '/readyz' })).statusCode).toBe(200);
  }, soon);
}
async function runTerms(): Promise<void> {
  const terms = node.background.find(({ name }) => name === 'screening terms')!;
  await terms.start();
  await terms.stop();
}
const work = () => node.background.find(({ name }) => name === 'passenger lists')!;

beforeEach(async () => {
  const standing = await mustScreening<PassengerListView[]>(desk, 'GET', '/passenger-lists');
  for (const { id } of standing) {
    await askScreening(desk, 'POST', `/passenger-lists/${id}/cancellation`);
    await close(id);
  }
});

describe('a passenger list', () => {
  test('says how it would be read and keeps nothing of it', async () => {
    const content = Buffer.from('Фамилия;Имя;Дата рождения\nНикто;Нигде;31.12.1971\nНикто;Нигде;31.02.1971\n');
    const file = { name: 'bus.csv', content: content.toString('base64') };
    const reading = await mustScreening<PassengerListReading>(desk, 'POST', '/passenger-lists/readings', { file });
    expect(reading).toMatchObject({ format: 'table', separator: ';', firstRow: 'titles', persons: 1 });
    expect(reading.columns.map(({ field }) => field)).toEqual(['family', 'given', 'birth-date']);
    expect(reading.first).toEqual([{ line: 2, names: ['Нигде Никто'], birthDate: '1971-12-31', documents: [] }]);
    expect(reading.unread).toEqual([{ line: 3, code: 'unreadable-date', text: '31.02.1971' }]);
    expect(await rows('screening.passenger_list')).toEqual([]);
  });

  test('tells who may be meant with the reasons of the desk, counts the others, and names each row that was not checked', async () => {
    const people = [...crowd(30), SOUGHT, { ...SOUGHT, birthDate: 'long ago' }];
    const taken = await take(people);
    expect(taken).toMatchObject({ name: 'Bus 17', persons: 31, unread: 1 });
    expect(await ended(taken.id)).toMatchObject({ state: 'done', checked: 31, hits: 1, noHits: 30, waiting: 0 });
    const { hits, unread, notReached } = await report(taken.id);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ line: 31, found: { readAs: { kind: 'identity' } } });
    expect(hits[0]!.found!.candidates[0]).toMatchObject({ kind: 'person', source: { kind: 'alert', owner: 'KZ' } });
    expect(hits[0]!.found!.candidates[0]!.evidence.map(({ kind }) => kind)).toContain('name');
    expect(unread).toEqual([{ line: 32, code: 'unreadable-date', text: 'long ago' }]);
    expect(notReached).toEqual([]);
    expect((await facts('screening.passenger-list-read')).at(-1)).toEqual({ hits: 1 });
  });

  test('asks by name and document together, as a zone does', async () => {
    const answer = await makeCheck(desk, {
      by: 'identity',
      identity: { names: ['Nikto Nigde'] },
      documents: [{ number: 'QX 7777777', issuer: 'KAZ' }],
    });
    expect(answer).toMatchObject({ outcome: 'no-hit', readAs: { kind: 'identity', documentNumber: 'QX 7777777' } });
  });

  test('makes each person one recorded check, with the commitment and the sealed question of any other', async () => {
    const before = (await rows('screening.query')).length;
    const taken = await take(crowd(12, 100));
    await ended(taken.id);
    const checks = (await facts('screening.checked')).filter(({ list }) => list === taken.id);
    expect(checks).toHaveLength(12);
    expect(new Set(checks.map(({ question }) => question)).size).toBe(12);
    expect((await rows('screening.query')).length - before).toBe(12);
    expect((await facts('screening.passenger-list-taken')).at(-1)).toEqual({
      format: 'stated',
      persons: 12,
      unread: 0,
    });
    expect((await facts('screening.passenger-list-ended')).at(-1)).toEqual({
      state: 'done',
      persons: 12,
      hits: 0,
      noHits: 12,
      notReached: 0,
    });
  });

  test('leaves of somebody in no alert nothing that says who, once he is checked, and no line among the officer’s last checks', async () => {
    const last = (await mustScreening<LastChecks>(desk, 'GET', '/last-checks')).length;
    const taken = await take(crowd(11, 200));
    await ended(taken.id);
    expect(await rows('screening.passenger')).toEqual([]);
    expect((await mustScreening<LastChecks>(desk, 'GET', '/last-checks')).length).toBe(last);
    const dump = `${await dumpSchema(database, 'screening')}\n${await dumpSchema(database, 'audit')}`;
    for (const personal of ['qx Nigde', 'QX1000200', 'Bus 17']) expect(dump).not.toContain(personal);
  });

  test('is sealed while it waits', async () => {
    await work().stop();
    const taken = await take(crowd(3, 300));
    const dump = await dumpSchema(database, 'screening');
    expect((await rows('screening.passenger')).length).toBe(3);
    for (const personal of ['Nigde', 'QX1000300', 'Bus 17']) expect(dump).not.toContain(personal);
    await work().start();
    await ended(taken.id);
  });

  test('goes on after a restart where it stood: nobody is lost, nobody is asked twice', async () => {
    await work().stop();
    const taken = await take([...crowd(60, 400), SOUGHT]);
    await work().start();
    await vi.waitFor(async () => expect((await view(taken.id)).checked).toBeGreaterThan(0), soon);
    // The work is cut off where it is; what was begun of a check is undone with its transaction.
    await work().stop();
    const { checked } = await view(taken.id);
    expect(checked).toBeLessThan(61);
    await work().start();
    expect(await ended(taken.id)).toMatchObject({ state: 'done', checked: 61, hits: 1 });
    const checks = (await facts('screening.checked')).filter(({ list }) => list === taken.id);
    expect(new Set(checks.map(({ question }) => question)).size).toBe(61);
    expect(checks).toHaveLength(61);
  });

  test('is the officer’s own: nobody else sees that there is one', async () => {
    const taken = await take(crowd(2, 500));
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/report'],
      ['GET', '/events'],
      ['POST', '/cancellation'],
      ['DELETE', ''],
    ] as const)
      expect((await askScreening(colleague, method, `/passenger-lists/${taken.id}${path}`)).statusCode).toBe(404);
    expect(await mustScreening(colleague, 'GET', '/passenger-lists')).toEqual([]);
  });

  test('can be stopped: those not reached are named by their lines and go from it', async () => {
    await work().stop();
    const taken = await take(crowd(4, 600));
    expect((await close(taken.id)).statusCode).toBe(409);
    const cancelled = await mustScreening<PassengerListView>(desk, 'POST', `/passenger-lists/${taken.id}/cancellation`);
    expect(cancelled).toMatchObject({ state: 'cancelled', checked: 0, waiting: 0, notReached: 4 });
    expect((await report(taken.id)).notReached).toEqual([1, 2, 3, 4]);
    expect((await rows('screening.passenger')).map(({ personal }) => personal)).toEqual([null, null, null, null]);
    await work().start();
  });

  test('is checked for the border alone, at most five stand at once, and one of nobody is refused', async () => {
    const investigating = purposeHeaders('criminal-investigation', 'operational-search', 'K-1');
    const contact = await node.signIn(officerWith('contact-point-officer'));
    const asked: PassengerListRequest = { people: crowd(1, 700) };
    expect((await askScreening(contact, 'POST', '/passenger-lists', asked, investigating)).statusCode).toBe(403);
    for (let time = 0; time < 5; time++) await take(crowd(1, 710 + time));
    const sixth = await askScreening(desk, 'POST', '/passenger-lists', asked);
    expect([sixth.statusCode, sixth.json<{ code: string }>().code]).toEqual([409, 'too-many-passenger-lists']);
    const nobody = await askScreening(colleague, 'POST', '/passenger-lists', { people: [{ sex: 'M' }] });
    expect(nobody.json()).toMatchObject({
      code: 'passenger-list-empty',
      errors: [{ pointer: '/line/1', reason: 'nothing-to-ask' }],
    });
  });
});

describe('the report of a passenger list', () => {
  test('is closed by its officer: what is left of the list is erased, and that is recorded', async () => {
    const taken = await take([...crowd(10, 800), SOUGHT]);
    await ended(taken.id);
    expect((await close(taken.id)).statusCode).toBe(204);
    expect(await rows('screening.passenger')).toEqual([]);
    expect((await facts('screening.passenger-list-erased')).at(-1)).toEqual({
      because: 'closed',
      state: 'done',
      persons: 11,
      hits: 1,
      noHits: 10,
      unchecked: 0,
    });
    expect((await askScreening(desk, 'GET', `/passenger-lists/${taken.id}/report`)).statusCode).toBe(404);
  });

  test('leads to the same case of the second line as a check at the desk', async () => {
    const taken = await take([SOUGHT]);
    await ended(taken.id);
    const [hit] = (await report(taken.id)).hits;
    const opened = await referHit(desk, { id: hit!.check } as Parameters<typeof referHit>[1]);
    expect(opened.readAs.names).toEqual(['Temirlan Zhaksybaev']);
    expect(opened.found.map(({ key }) => key)).toEqual(hit!.found!.candidates.map(({ key }) => key));
    const [after] = (await report(taken.id)).hits;
    expect(after).toMatchObject({ line: 1, found: null, traveller: 'T••• Z•••, 1981' });
  });

  test('is erased when nobody closes it in the profile’s time, and with the session', async () => {
    const first = await take(crowd(1, 900));
    await ended(first.id);
    await forward(20);
    await mustScreening(desk, 'GET', '/passenger-lists');
    await forward(20);
    await mustScreening(desk, 'GET', '/passenger-lists');
    await forward(21);
    await runTerms();
    expect(await mustScreening(desk, 'GET', '/passenger-lists')).toEqual([]);
    expect((await facts('screening.passenger-list-erased')).at(-1)).toMatchObject({ because: 'time' });

    await work().stop();
    await take(crowd(3, 910));
    await desk.ask({ method: 'DELETE', url: '/api/session' });
    await runTerms();
    expect(await rows('screening.passenger_list')).toEqual([]);
    expect(await rows('screening.passenger')).toEqual([]);
    expect((await facts('screening.passenger-list-erased')).at(-1)).toMatchObject({
      because: 'session-ended',
      state: 'running',
      unchecked: 3,
    });
    await work().start();
    desk = await node.signIn(aigerim!);
  });

  test('shows apart, and counts as nobody met, whoever is to be met without a word', async () => {
    const discreet = CATEGORIES.find(({ mark }) => mark === 'neutral')!;
    const quiet = { family: 'Ospankulov', given: 'Yerbolat', birthDate: '1975-06-07' };
    await seek(quiet, discreet.id);
    const taken = await take([...crowd(10, 1000), quiet]);
    expect(await ended(taken.id)).toMatchObject({ hits: 0, noHits: 11 });
    const { hits, discreet: apart } = await report(taken.id);
    expect(hits).toEqual([]);
    expect(apart.map(({ line, found }) => [line, found?.discreet.length])).toEqual([[11, 1]]);
  });
});

describe('500 people', () => {
  test('keep no desk waiting: a check made meanwhile is answered before the list ends', async () => {
    colleague = await node.signIn(daniyar!);
    const taken = await take(crowd(500, 2000));
    await vi.waitFor(async () => expect((await view(taken.id)).checked).toBeGreaterThan(0), soon);
    await makeCheck(colleague, { by: 'document', number: 'X1234567' });
    const { state, checked } = await view(taken.id);
    expect(state).toBe('running');
    expect(checked).toBeLessThan(500);
    await vi.waitFor(async () => expect((await view(taken.id)).state).toBe('done'), { timeout: 60_000, interval: 100 });
    expect(await view(taken.id)).toMatchObject({ checked: 500, noHits: 500 });
  });

  test('are no five hundred searches of a curious officer, yet counted; a short list counts as typed', async () => {
    const oversight = await node.signIn(officerWith('oversight-officer'));
    const figures = () => mustScreening<ScreeningFigures>(oversight, 'GET', '/figures', undefined, FOR_OVERSIGHT);
    const of = async () => (await figures()).officers.find(({ id }) => id === aigerim!.id)!;
    const before = await of();
    await ended((await take(crowd(20, 3000))).id);
    const long = await of();
    expect([long.listed - before.listed, long.checks - before.checks]).toEqual([20, 0]);
    await ended((await take(crowd(9, 3100))).id);
    const short = await of();
    expect([short.listed - long.listed, short.checks - long.checks, short.byName - long.byName]).toEqual([0, 9, 9]);
  });
});
