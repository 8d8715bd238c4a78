import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { readLogParts } from '@entente/testkit/log-parts';
import { type Asked, type TestNode, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadMembership } from '../../membership/index.ts';
import { createPasswords, type Passwords } from '../passwords/passwords.ts';
import { TooManyWaiting } from '../passwords/turns.ts';
import { operatorAttribution } from '../rules/attribution.ts';
import { givePassword, lockOfficer, unlockOfficer } from './change-officer.ts';
import { addOfficer } from './enter-officer.ts';
import { signIn } from './sign-in.ts';

const PROFILE = new URL('../../../../../../profiles/sco-2018', import.meta.url).pathname;
const PASSWORD = 'Ақтау-Алматы-2018';
const BORDER = officerWith('border-officer');

const membership = await loadMembership(PROFILE);
const limits = membership.limits();

interface Record {
  leaf: { event: string; outcome: string; actor: object; subject?: object; facts: object; parts: { name: string }[] };
  text: string;
  parts: { name: string; text: string }[];
}

async function lastRecord(database: TestDatabase): Promise<Record> {
  const { rows } = await sql<{ id: string; content: string }>`
    SELECT id, content FROM audit.record ORDER BY id DESC LIMIT 1`.execute(database.db);
  const { id, content } = rows[0]!;
  return { leaf: JSON.parse(content), text: content, parts: await readLogParts(database, id) };
}

describe('sign-in by password', () => {
  let database: TestDatabase;
  let node: TestNode;
  let name: string;
  let officerId: string;
  let addresses = 0;

  beforeAll(async () => {
    database = await testDatabase();
    node = await testNode(database, { demonstration: false });
  });
  afterAll(async () => {
    await node.close();
    await database.close();
  });
  beforeEach(async () => {
    addresses += 1;
    name = `officer-${addresses}`;
    officerId = await addOfficer(
      { db: database.db, clock: node.clock, passwords: createPasswords(), limits, by: operatorAttribution('test') },
      {
        name,
        displayName: 'Aigerim Toktarbek',
        authority: 'border-service',
        authorityNames: { en: 'Border Service', ru: 'Пограничная служба', zh: '边防局' },
        roles: ['border-officer'],
        password: PASSWORD,
      },
    );
  });

  /** Each test comes from an address of its own, so that the limit per address is met by its own test alone. */
  const attempt = (password: string, as: string = name, asked: Partial<Asked> = {}) =>
    node.nobody.ask({
      method: 'POST',
      url: '/api/session',
      payload: { name: as, password },
      remoteAddress: `10.0.0.${addresses}`,
      ...asked,
    });

  /** Sign-in as the routes do it, with passwords held against hashes in a way of the test's own. */
  const signInWith = (verify: Passwords['verify'], password = 'wrong password', as = name) => {
    const founding = { state: 'KZ', demonstration: false, foundedAt: new Date() };
    const passwords = { ...createPasswords(), verify };
    const parts = { db: database.db, clock: node.clock, passwords, limits, founding };
    return signIn(parts, { name: as, password, address: '::1' });
  };

  test('opens a session in a cookie that scripts and other sites cannot use', async () => {
    const answer = await attempt(PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      node: { state: 'KZ', stateNames: { en: 'Kazakhstan' }, demonstration: false },
      officer: { id: officerId, name, displayName: 'Aigerim Toktarbek', roles: ['border-officer'] },
      actions: expect.arrayContaining(['screening.check', 'alerts.view-lists', 'membership.view']),
      offers: [],
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^entente_session=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  });

  test('takes the name however it is typed', async () => {
    expect((await attempt(PASSWORD, ` ${name.toUpperCase()} `)).statusCode).toBe(200);
  });

  test('is on record, with the address as a part that can be erased', async () => {
    await attempt(PASSWORD);
    const { leaf, text, parts } = await lastRecord(database);
    expect(leaf).toMatchObject({
      event: 'access.signed-in',
      outcome: 'done',
      actor: { kind: 'officer', id: officerId, authority: 'border-service' },
      facts: { method: 'password' },
    });
    expect(parts).toEqual([{ name: 'address', text: `10.0.0.${addresses}` }]);
    expect(text).not.toContain('10.0.0.');
  });

  test('that fails answers alike, whether the name, the password or a lock is the reason', async () => {
    const wrong = await attempt('wrong password');
    const unknown = await attempt(PASSWORD, 'nobody-of-that-name');
    const odd = await attempt(PASSWORD, "'; drop table officer; --");
    await lockOfficer({ db: database.db, clock: node.clock, limits, by: operatorAttribution('test') }, { name });
    const locked = await attempt(PASSWORD);
    for (const answer of [wrong, unknown, odd, locked]) {
      expect(answer.statusCode).toBe(401);
      expect({ ...answer.json(), instance: '' }).toEqual({ ...wrong.json(), instance: '' });
      expect(answer.json().code).toBe('sign-in-refused');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('costs the same work for a name nobody has', async () => {
    const verified: (string | null)[] = [];
    const spy: Passwords['verify'] = async (_, hash) => {
      verified.push(hash);
      return false;
    };
    for (const as of ['nobody-of-that-name', '???', name]) {
      await expect(signInWith(spy, 'wrong password', as)).rejects.toThrow();
    }
    expect(verified).toEqual([null, null, expect.stringContaining('$argon2id$')]);
  });

  test('that fails is on record: a known officer by reference, a stranger’s words only as a part', async () => {
    await attempt('wrong password');
    const known = await lastRecord(database);
    expect(known.leaf).toMatchObject({
      event: 'access.sign-in-refused',
      outcome: 'refused',
      actor: { kind: 'node', id: 'KZ' },
      subject: { kind: 'officer', ref: officerId },
      facts: { why: 'wrong-password', failures: 1 },
    });
    await attempt(PASSWORD, 'Nurlan Bekov');
    const stranger = await lastRecord(database);
    expect(stranger.leaf).toMatchObject({ facts: { why: 'unknown-name' } });
    expect(stranger.leaf.subject).toBeUndefined();
    expect(stranger.text).not.toMatch(/Nurlan/i);
    expect(stranger.parts).toContainEqual({ name: 'typed-name', text: 'Nurlan Bekov' });
    expect(`${known.text}${stranger.text}`).not.toMatch(/wrong password|Ақтау/);
  });

  const fail = async (times: number) => {
    for (let time = 0; time < times; time += 1) await attempt('wrong password');
  };

  test('is closed for a minute by the fifth failure, even to the right password', async () => {
    await fail(limits.lockOut.afterFailures - 1);
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
    await fail(limits.lockOut.afterFailures);
    expect((await attempt(PASSWORD)).statusCode).toBe(401);
    expect((await lastRecord(database)).leaf.facts).toMatchObject({ why: 'locked' });
    node.clock.forward(limits.lockOut.firstMinutes);
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
  });

  test('is closed for twice as long by the next failure', async () => {
    const { firstMinutes } = limits.lockOut;
    await fail(limits.lockOut.afterFailures);
    node.clock.forward(firstMinutes);
    await fail(1);
    node.clock.forward(2 * firstMinutes - 0.01);
    expect((await attempt(PASSWORD)).statusCode).toBe(401);
    node.clock.forward(0.01);
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
  });

  test('that is tried while closed does not keep it closed', async () => {
    await fail(limits.lockOut.afterFailures + 4);
    node.clock.forward(limits.lockOut.firstMinutes);
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
  });

  test('begins to count anew after a success', async () => {
    await fail(limits.lockOut.afterFailures - 1);
    await attempt(PASSWORD);
    await fail(limits.lockOut.afterFailures - 1);
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
  });

  test('guessed at many times in one moment is closed all the same', async () => {
    const guesses = Array.from({ length: 12 }, () => signInWith(async () => false));
    expect((await Promise.allSettled(guesses)).every(({ status }) => status === 'rejected')).toBe(true);
    const { rows } = await sql<{ failures: number }>`
      SELECT failures FROM access.officer WHERE id = ${officerId}`.execute(database.db);
    expect(rows[0]!.failures).toBe(limits.lockOut.afterFailures);
    expect((await attempt(PASSWORD)).statusCode).toBe(401);
  });

  test('in a crowd is asked to wait, and not told anything else', async () => {
    const crowded = signInWith(async () => {
      throw new TooManyWaiting();
    });
    await expect(crowded).rejects.toMatchObject({ code: 'sign-in-busy', status: 503, headers: { 'retry-after': '2' } });
  });

  test('with a password that is changed in the very moment is refused', async () => {
    const parts = { db: database.db, clock: node.clock, passwords: createPasswords(), limits };
    const guess = signInWith(async () => {
      await givePassword({ ...parts, by: operatorAttribution('test') }, { name }, 'a long new password');
      return true;
    }, PASSWORD);
    await expect(guess).rejects.toThrow();
  });

  test('closed by hand stays closed until it is opened by hand', async () => {
    const by = { db: database.db, clock: node.clock, limits, by: operatorAttribution('test') };
    await lockOfficer(by, { name });
    node.clock.forward(60 * 24 * 365);
    expect((await attempt(PASSWORD)).statusCode).toBe(401);
    await unlockOfficer(by, { name });
    expect((await attempt(PASSWORD)).statusCode).toBe(200);
    node.clock.forward(-60 * 24 * 365);
  });

  test('is limited per address, and an IPv6 network counts as one', async () => {
    const most = limits.signIn.perAddressPerMinute;
    const from = (remoteAddress: string) => attempt('wrong password', 'nobody-of-that-name', { remoteAddress });
    for (let time = 0; time < most; time += 1) expect((await from(`2001:db8:7:7::${time}`)).statusCode).toBe(401);
    const limited = await from('2001:db8:7:7:ffff::1');
    expect([limited.statusCode, limited.json().code]).toEqual([429, 'too-many-requests']);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('2001:db8:7:8::1')).statusCode).toBe(401);
  });

  test("is refused from another site's page, so that nobody is signed in as somebody else", async () => {
    const answer = await attempt(PASSWORD, name, { headers: { origin: 'https://attacker.example' } });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'foreign-origin']);
    const form = await attempt(PASSWORD, name, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `name=${name}&password=x`,
    });
    expect(form.statusCode).toBe(415);
  });

  test('takes no endless password', async () => {
    expect((await attempt('x'.repeat(1001))).statusCode).toBe(400);
  });

  test('at one click is not to be had on a node that is no demonstration', async () => {
    const view = await node.nobody.ask({ url: '/api/session' });
    expect(view.json()).toMatchObject({ officer: null, csrf: null, actions: [], purposes: [], offers: [] });
    const answer = await node.nobody.ask({
      method: 'POST',
      url: '/api/session/demonstration',
      payload: { officerId },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'no-one-click-sign-in']);
  });
});

describe('one-click sign-in of a demonstration', () => {
  let database: TestDatabase;
  let node: TestNode;

  beforeAll(async () => {
    database = await testDatabase();
    node = await testNode(database);
  });
  afterAll(async () => {
    await node.close();
    await database.close();
  });

  const view = (asked: Partial<Asked> = {}) => node.nobody.ask({ url: '/api/session', ...asked });
  const click = (asked: Partial<Asked> = {}, officerId = BORDER.id) =>
    node.nobody.ask({ method: 'POST', url: '/api/session/demonstration', payload: { officerId }, ...asked });

  test('is offered for each invented officer, and signs him in', async () => {
    const { node: about, offers } = (await view()).json();
    expect(about).toMatchObject({ demonstration: true, organisation: { en: 'Shanghai Cooperation Organisation' } });
    expect(offers).toHaveLength(DEMONSTRATION_OFFICERS.length);
    expect(offers).toContainEqual(
      expect.objectContaining({ officerId: BORDER.id, roles: ['border-officer'], displayName: BORDER.displayName }),
    );
    const answer = await click();
    expect(answer.json()).toMatchObject({ officer: { id: BORDER.id }, offers: [] });
    expect((await lastRecord(database)).leaf).toMatchObject({
      event: 'access.signed-in',
      actor: { id: BORDER.id },
      facts: { method: 'one-click' },
    });
  });

  const elsewhere: [string, Partial<Asked>][] = [
    ['from another machine', { remoteAddress: '192.0.2.7' }],
    ['from another machine over IPv6', { remoteAddress: '2001:db8::7' }],
    ['under another name of this machine', { headers: { host: 'localhost:8700' } }],
    ['under its number', { headers: { host: '127.0.0.1:8700' } }],
    ['on another port', { headers: { host: 'kz.localhost:8701' } }],
    ['without the port', { headers: { host: 'kz.localhost' } }],
    ['through a proxy', { headers: { 'x-forwarded-for': '192.0.2.7' } }],
    ['through a proxy that says so in the newer way', { headers: { forwarded: 'for=192.0.2.7' } }],
  ];
  test.each(elsewhere)('is neither offered nor given %s', async (_, asked) => {
    const answer = await click(asked);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'no-one-click-sign-in']);
    expect((await view(asked)).json().offers).toEqual([]);
  });

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'is given to a browser on the machine at %s',
    async (remoteAddress) => {
      expect((await click({ remoteAddress })).statusCode).toBe(200);
    },
  );

  test('is refused for an officer who is not there, and for one who is locked', async () => {
    expect((await click({}, crypto.randomUUID())).statusCode).toBe(403);
    const officer = officerWith('reviewer');
    await lockOfficer(
      { db: database.db, clock: node.clock, limits, by: operatorAttribution('test') },
      { name: officer.name },
    );
    expect((await click({}, officer.id)).statusCode).toBe(403);
    expect((await view()).json().offers).toHaveLength(DEMONSTRATION_OFFICERS.length - 1);
  });

  test('has no password beside it', async () => {
    const answer = await node.nobody.ask({
      method: 'POST',
      url: '/api/session',
      payload: { name: BORDER.name, password: '' },
    });
    expect(answer.statusCode).toBe(400);
    const guess = await node.nobody.ask({
      method: 'POST',
      url: '/api/session',
      payload: { name: BORDER.name, password: 'demonstration' },
    });
    expect(guess.statusCode).toBe(401);
    expect((await lastRecord(database)).leaf.facts).toMatchObject({ why: 'no-password' });
  });
});

describe('behind a proxy that ends TLS', () => {
  test('the cookie is bound to host and https, and a demonstration offers nothing', async () => {
    const database = await testDatabase();
    const env = { ENTENTE_TRUSTED_PROXIES: '127.0.0.1', ENTENTE_PUBLIC_HOST: 'kz.entente.example' };
    const node = await testNode(database, { env });
    await addOfficer(
      { db: database.db, clock: node.clock, passwords: createPasswords(), limits, by: operatorAttribution('test') },
      { name: 'officer', displayName: 'Officer', authority: 'border-service', roles: ['reviewer'], password: PASSWORD },
    );
    const proxied = {
      host: 'kz.entente.example',
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-proto': 'https',
      origin: 'https://kz.entente.example',
    };
    const payload = { name: 'officer', password: PASSWORD };
    const answer = await node.nobody.ask({ method: 'POST', url: '/api/session', payload, headers: proxied });
    expect(answer.statusCode).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-entente_session=.*Secure/);
    expect((await lastRecord(database)).parts).toEqual([{ name: 'address', text: '192.0.2.7' }]);
    const plain = { ...proxied, origin: 'http://kz.entente.example' };
    const downgraded = await node.nobody.ask({ method: 'POST', url: '/api/session', payload, headers: plain });
    expect(downgraded.json().code).toBe('foreign-origin');
    const click = await node.nobody.ask({
      method: 'POST',
      url: '/api/session/demonstration',
      payload: { officerId: BORDER.id },
      headers: { ...proxied },
    });
    expect(click.json().code).toBe('no-one-click-sign-in');
    await node.close();
    await database.close();
  });
});
