import type { Role } from '@entente/contracts/access';
import type { OfficerEntry, OfficerWithPassword } from '@entente/contracts/access/officers';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../platform/config.ts';
import { loadMembership } from '../../membership/index.ts';
import { operatorAttribution } from '../rules/attribution.ts';
import { lockOfficer, unlockOfficer } from '../service/change-officer.ts';

const ADMINISTRATOR = officerWith('administrator');
const BORDER = officerWith('border-officer');
const OFFICERS = '/api/access/officers';
const limits = (await loadMembership(readConfig({}).profile)).limits();

let database: TestDatabase;
let node: TestNode;
let administrator: Browser;
let entered = 0;

beforeAll(async () => {
  database = await testDatabase();
  node = await testNode(database);
  administrator = await node.signIn(ADMINISTRATOR);
});
afterAll(async () => {
  await node.close();
  await database.close();
});

const form = (change: object = {}) => ({
  name: `officer-${++entered}`,
  displayName: 'Жұмабек Орынбай',
  authority: 'border-service',
  roles: ['border-officer'] as Role[],
  ...change,
});
const enter = (change: object = {}, by = administrator) =>
  by.ask({ method: 'POST', url: OFFICERS, payload: form(change) });
const enterOne = async (change: object = {}) => (await enter(change)).json<OfficerWithPassword>();
const read = async (id: string) => (await administrator.ask({ url: `${OFFICERS}/${id}` })).json<OfficerEntry>();
const put = (id: string, what: string, payload: object, by = administrator) =>
  by.ask({ method: 'PUT', url: `${OFFICERS}/${id}/${what}`, payload });
const post = (id: string, what: string, payload?: object, by = administrator) =>
  by.ask({ method: 'POST', url: `${OFFICERS}/${id}/${what}`, ...(payload && { payload }) });
const isIn = async (browser: Browser) =>
  (await browser.ask({ url: '/api/membership/organisation' })).statusCode === 200;
const signIn = async (name: string, password: string) =>
  await node.nobody.ask({ method: 'POST', url: '/api/session', payload: { name, password } });

interface Leaf {
  event: string;
  outcome: string;
  actor: { id: string };
  subject?: { ref: string };
  facts: object;
}

async function leaves(count = 1): Promise<Leaf[]> {
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record ORDER BY id DESC LIMIT ${count}`.execute(database.db);
  return rows.map(({ content }) => JSON.parse(content));
}

describe('an administrator', () => {
  test('enters an officer, whose password is shown in the answer alone and opens the node', async () => {
    const answer = await enter({ name: 'j.orynbai', roles: ['border-officer', 'reviewer'] });
    expect(answer.statusCode).toBe(201);
    const { officer, password } = answer.json<OfficerWithPassword>();
    expect(officer).toMatchObject({
      name: 'j.orynbai',
      displayName: 'Жұмабек Орынбай',
      authority: { id: 'border-service' },
      roles: ['border-officer', 'reviewer'],
      revision: 1,
      state: 'open',
      hasPassword: true,
      passkeys: 0,
      sessions: 0,
      lastSeenAt: null,
    });
    expect((await leaves())[0]).toMatchObject({
      event: 'access.officer-entered',
      actor: { id: ADMINISTRATOR.id },
      subject: { ref: officer.id },
      facts: { authority: 'border-service', roles: 'border-officer reviewer' },
    });
    const { rows } = await sql<{ found: number }>`
      SELECT count(*) AS found FROM audit.record WHERE content LIKE ${`%${password}%`}`.execute(database.db);
    expect(rows[0]!.found).toBe(0);
    expect((await signIn('j.orynbai', password)).json()).toMatchObject({ officer: { id: officer.id } });
    expect(await read(officer.id)).toMatchObject({ sessions: 1, lastSeenAt: node.clock.now().toISOString() });
  });

  test('enters a new authority with its first officer', async () => {
    const names = { en: 'Customs', ru: 'Таможня', zh: '海关' };
    const unknown = await enter({ authority: 'customs' });
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'unknown-authority']);
    expect((await enter({ authority: 'customs', authorityNames: names })).statusCode).toBe(201);
    expect((await leaves(2))[1]).toMatchObject({
      event: 'access.authority-entered',
      subject: { ref: 'customs' },
      facts: names,
    });
    const authorities = (await administrator.ask({ url: '/api/access/authorities' })).json();
    expect(authorities).toContainEqual({ id: 'customs', names });
    const renamed = await enter({ authority: 'customs', authorityNames: { ...names, en: 'Another' } });
    expect([renamed.statusCode, renamed.json().code]).toEqual([409, 'authority-known']);
  });

  test('is told when the sign-in name is taken', async () => {
    await enter({ name: 'taken' });
    const again = await enter({ name: 'taken' });
    expect([again.statusCode, again.json().code]).toEqual([409, 'name-taken']);
  });

  const malformed: [string, object][] = [
    ['a name of other letters', { name: 'а.токтарбек' }],
    ['a name of capitals', { name: 'A.Toktarbek' }],
    ['a blank display name', { displayName: '  ' }],
    ['no role', { roles: [] }],
    ['a role twice', { roles: ['reviewer', 'reviewer'] }],
    ['a role nobody knows', { roles: ['chief'] }],
    ['a password of his own', { password: 'chosen by the administrator' }],
  ];
  test.each(malformed)('is not taken at his word for %s', async (_, change) => {
    const answer = await enter(change);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request']);
  });

  test('gives other roles, which ends the sessions at once, with the roles before and after on record', async () => {
    const { officer } = await enterOne();
    const browser = await node.signIn({ ...BORDER, id: officer.id });
    const answer = await put(officer.id, 'roles', { revision: 1, roles: ['reviewer', 'contact-point-officer'] });
    expect(answer.json()).toMatchObject({ roles: ['reviewer', 'contact-point-officer'], revision: 2, sessions: 0 });
    expect(await isIn(browser)).toBe(false);
    expect((await leaves())[0]).toMatchObject({
      event: 'access.roles-changed',
      actor: { id: ADMINISTRATOR.id },
      subject: { ref: officer.id },
      facts: { roles: 'reviewer contact-point-officer', rolesBefore: 'border-officer', sessionsEnded: 1 },
    });
  });

  test('gives the roles an officer has: nothing ends, and nothing is on record', async () => {
    const { officer } = await enterOne({ roles: ['border-officer', 'reviewer'] });
    const browser = await node.signIn({ ...BORDER, id: officer.id });
    const before = await leaves();
    const answer = await put(officer.id, 'roles', { revision: 1, roles: ['reviewer', 'border-officer'] });
    expect([answer.statusCode, answer.json().revision]).toEqual([200, 1]);
    expect(await isIn(browser)).toBe(true);
    expect(await leaves()).toEqual(before);
  });

  test('gives an officer to another authority, which his sessions do not outlive either', async () => {
    const { officer } = await enterOne();
    const browser = await node.signIn({ ...BORDER, id: officer.id });
    const answer = await put(officer.id, 'authority', { revision: 1, authority: 'contact-point' });
    expect(answer.json()).toMatchObject({ authority: { id: 'contact-point' }, revision: 2 });
    expect(await isIn(browser)).toBe(false);
    expect((await leaves())[0]).toMatchObject({
      event: 'access.authority-changed',
      facts: { authority: 'contact-point', authorityBefore: 'border-service', sessionsEnded: 1 },
    });
  });

  test('locks and unlocks; who is locked is offered no sign-in at one click', async () => {
    const { officer } = await enterOne();
    const browser = await node.signIn({ ...BORDER, id: officer.id });
    const offered = async () =>
      (await node.nobody.ask({ url: '/api/session' }))
        .json()
        .offers.some(({ officerId }: { officerId: string }) => officerId === officer.id);
    expect(await offered()).toBe(true);
    expect((await post(officer.id, 'lock')).json()).toMatchObject({ state: 'locked', revision: 2 });
    expect(await isIn(browser)).toBe(false);
    expect(await offered()).toBe(false);
    await expect(node.signIn({ ...BORDER, id: officer.id })).rejects.toThrow(/403/);
    expect((await post(officer.id, 'unlock', { revision: 2 })).json()).toMatchObject({ state: 'open', revision: 3 });
    expect(await offered()).toBe(true);
  });

  test('gives a new password; the old one and every session are out', async () => {
    const { officer, password } = await enterOne();
    const browser = node.browserOf(await signIn(officer.name, password));
    const given = (await post(officer.id, 'password', { revision: 1 })).json<OfficerWithPassword>();
    expect(given.officer.revision).toBe(2);
    expect(await isIn(browser)).toBe(false);
    expect((await signIn(officer.name, password)).statusCode).toBe(401);
    expect((await signIn(officer.name, given.password)).statusCode).toBe(200);
  });

  test("ends all of an officer's sessions, and no other's", async () => {
    const { officer } = await enterOne();
    const first = await node.signIn({ ...BORDER, id: officer.id });
    const second = await node.signIn({ ...BORDER, id: officer.id });
    const other = await node.signIn(BORDER);
    const url = `${OFFICERS}/${officer.id}/sessions`;
    expect((await administrator.ask({ method: 'DELETE', url })).json()).toEqual({ ended: 2 });
    expect([await isIn(first), await isIn(second), await isIn(other)]).toEqual([false, false, true]);
    expect((await leaves())[0]).toMatchObject({
      event: 'access.sessions-ended',
      subject: { ref: officer.id },
      facts: { sessionsEnded: 2 },
    });
  });

  test('is told when there is no such officer', async () => {
    const id = crypto.randomUUID();
    const answers = [
      await administrator.ask({ url: `${OFFICERS}/${id}` }),
      await put(id, 'roles', { revision: 1, roles: ['reviewer'] }),
      await post(id, 'lock'),
      await administrator.ask({ method: 'DELETE', url: `${OFFICERS}/${id}/sessions` }),
    ];
    for (const answer of answers) expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown-officer']);
  });
});

describe('a rule that forbids is named, and the attempt is on record', () => {
  const refusal = async (answer: { statusCode: number; json(): { code: string } }, id?: string) => {
    const { code } = answer.json();
    expect((await leaves())[0]).toMatchObject({
      event: 'access.refused',
      outcome: 'refused',
      ...(id && { subject: { ref: id } }),
      facts: { action: 'access.change-officers', code },
    });
    return [answer.statusCode, code];
  };

  const together: [Role[], string][] = [
    [['oversight-officer', 'border-officer'], 'oversight-stands-alone'],
    [['oversight-officer', 'administrator'], 'oversight-stands-alone'],
    [['administrator', 'border-officer'], 'administrator-stands-apart'],
    [['administrator', 'contact-point-officer'], 'administrator-stands-apart'],
    [['administrator', 'reviewer'], 'administrator-stands-apart'],
  ];
  test.each(together)('where roles are %s, at an entry and at a change', async (roles, code) => {
    expect(await refusal(await enter({ roles }))).toEqual([422, code]);
    const { officer } = await enterOne();
    expect(await refusal(await put(officer.id, 'roles', { revision: 1, roles }), officer.id)).toEqual([422, code]);
    expect((await read(officer.id)).roles).toEqual(['border-officer']);
  });

  test('where an administrator would change his own account', async () => {
    const own = ADMINISTRATOR.id;
    const { revision } = await read(own);
    const answers = [
      () => put(own, 'roles', { revision, roles: ['border-officer'] }),
      () => put(own, 'authority', { revision, authority: 'border-service' }),
      () => post(own, 'lock'),
      () => post(own, 'password', { revision }),
    ];
    for (const ask of answers) expect(await refusal(await ask(), own)).toEqual([403, 'own-account']);
    expect(await isIn(administrator)).toBe(true);
  });

  test('where two administrators lock each other in the same moment, so that one is left', async () => {
    const { officer } = await enterOne({ roles: ['administrator'] });
    const byId = (id: string) => ({ actor: { kind: 'officer' as const, id, authority: 'node-operations' } });
    const lock = (by: string, id: string) =>
      lockOfficer({ db: database.db, clock: node.clock, limits, by: byId(by) }, { id });
    for (let round = 0; round < 5; round += 1) {
      const both = await Promise.allSettled([lock(ADMINISTRATOR.id, officer.id), lock(officer.id, ADMINISTRATOR.id)]);
      const [refused, ...more] = both.filter((one) => one.status === 'rejected');
      expect(refused?.reason).toMatchObject({ code: 'last-administrator' });
      expect(more).toEqual([]);
      const operator = { db: database.db, clock: node.clock, limits, by: operatorAttribution('test') };
      for (const id of [officer.id, ADMINISTRATOR.id]) await unlockOfficer(operator, { id });
    }
    administrator = await node.signIn(ADMINISTRATOR);
    await post(officer.id, 'lock');
  });
});

describe('two administrators at one officer', () => {
  test('do not overwrite each other: the second is told what he is now', async () => {
    const { officer } = await enterOne();
    await put(officer.id, 'roles', { revision: 1, roles: ['reviewer'] });
    const late = await put(officer.id, 'roles', { revision: 1, roles: ['contact-point-officer'] });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({
      code: 'officer-changed',
      current: { id: officer.id, roles: ['reviewer'], revision: 2 },
    });
    expect((await read(officer.id)).roles).toEqual(['reviewer']);
    const again = await put(officer.id, 'roles', { revision: 2, roles: ['contact-point-officer'] });
    expect(again.json()).toMatchObject({ roles: ['contact-point-officer'], revision: 3 });
  });

  test('in the very same moment change him once', async () => {
    const { officer } = await enterOne();
    const roles: Role[][] = [['reviewer'], ['contact-point-officer'], ['reviewer', 'border-officer']];
    const answers = await Promise.all(roles.map((to) => put(officer.id, 'roles', { revision: 1, roles: to })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409]);
    expect((await read(officer.id)).revision).toBe(2);
  });

  test('do not open what one of them has just closed, but close whatever the other did', async () => {
    const { officer } = await enterOne();
    await put(officer.id, 'roles', { revision: 1, roles: ['reviewer'] });
    expect((await post(officer.id, 'lock')).statusCode).toBe(200);
    expect((await post(officer.id, 'unlock', { revision: 2 })).json().code).toBe('officer-changed');
    expect((await post(officer.id, 'password', { revision: 2 })).json().code).toBe('officer-changed');
    expect(await read(officer.id)).toMatchObject({ state: 'locked', revision: 3 });
  });

  test('are not held up by a stranger who guesses passwords', async () => {
    const { officer } = await enterOne();
    for (let time = 0; time < 5; time += 1) await signIn(officer.name, 'a guess');
    const closed = await read(officer.id);
    expect(closed).toMatchObject({ state: 'closed', revision: 1 });
    expect(new Date(closed.closedUntil!).getTime()).toBeGreaterThan(node.clock.now().getTime());
    expect((await post(officer.id, 'unlock', { revision: 1 })).json()).toMatchObject({
      state: 'open',
      closedUntil: null,
    });
  });
});

describe('the list', () => {
  const list = async (query: string) => (await administrator.ask({ url: `${OFFICERS}?${query}` })).json();
  const names = async (query: string) => (await list(query)).officers.map(({ name }: OfficerEntry) => name);

  test('is searched by sign-in and display name, in whatever case', async () => {
    await enter({ name: 'sought.one', displayName: 'Гүлнар Сәтбаева' });
    expect(await names(`text=${encodeURIComponent('ГҮЛНАР')}`)).toEqual(['sought.one']);
    expect(await names('text=sought')).toEqual(['sought.one']);
    expect(await list('text=nobody-of-that-name')).toEqual({ officers: [], next: null, total: 0 });
  });

  test('is narrowed to a role, an authority and a state', async () => {
    const { officer } = await enterOne({ authority: 'contact-point', roles: ['reviewer'] });
    expect(await names('role=oversight-officer')).toEqual([officerWith('oversight-officer').name]);
    expect(await names('authority=contact-point&role=reviewer')).toContain(officer.name);
    expect(await names('authority=border-service&role=reviewer')).not.toContain(officer.name);
    await post(officer.id, 'lock');
    expect(await names('state=locked&authority=contact-point')).toEqual([officer.name]);
    expect(await names('state=open')).not.toContain(officer.name);
  });

  test('comes page by page, by sign-in name, without gap or double', async () => {
    const all = await names('limit=200');
    expect(all).toEqual([...all].sort());
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await list(`limit=4${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(all.length);
      found.push(...page.officers.map(({ name }: OfficerEntry) => name));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(found).toEqual(all);
  });

  test('holds no hash of a password', async () => {
    expect(JSON.stringify(await list('limit=200'))).not.toContain('argon2');
  });
});
