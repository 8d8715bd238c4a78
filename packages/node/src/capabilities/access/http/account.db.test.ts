import type { OwnAccount } from '@entente/contracts/access/account';
import type { OfficerEntry } from '@entente/contracts/access/officers';
import type { PasskeyCreationOptions, PasskeyRequestOptions, PasskeyView } from '@entente/contracts/access/passkeys';
import { Authenticator, type Mischief } from '@entente/testkit/authenticator';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Asked, type Browser, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BORDER = officerWith('border-officer');
const CONTACT = officerWith('contact-point-officer');
const ADMINISTRATOR = officerWith('administrator');
const PASSKEYS = '/api/access/account/passkeys';
const ORIGIN = 'http://kz.localhost:8700';

let database: TestDatabase;
let node: TestNode;
let administrator: Browser;
let addresses = 0;
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

interface Leaf {
  event: string;
  outcome: string;
  actor: { kind: string; id: string };
  subject?: { kind: string; ref: string };
  facts: Record<string, string | number | boolean>;
}

async function lastLeaf(): Promise<Leaf> {
  const { rows } = await sql<{ content: string }>`SELECT content FROM audit.record ORDER BY id DESC LIMIT 1`.execute(
    database.db,
  );
  return JSON.parse(rows[0]!.content);
}

const accountOf = async (browser: Browser) => (await browser.ask({ url: '/api/access/account' })).json<OwnAccount>();
const isIn = async (browser: Browser) =>
  (await browser.ask({ url: '/api/membership/organisation' })).statusCode === 200;
const askFor = async (browser: Browser) =>
  (await browser.ask({ method: 'POST', url: `${PASSKEYS}/challenge` })).json<PasskeyCreationOptions>();

/** An officer whom nobody else in this file is, signed in at one click. */
async function someone(): Promise<Browser> {
  entered += 1;
  const payload = {
    name: `someone-${entered}`,
    displayName: 'Someone',
    authority: 'border-service',
    roles: ['border-officer'],
  };
  const answer = await administrator.ask({ method: 'POST', url: '/api/access/officers', payload });
  return await node.signIn({ ...BORDER, id: answer.json().officer.id });
}

const again = (browser: Browser) => node.signIn({ ...BORDER, id: browser.view.officer!.id });

/** Registers a passkey of the officer signed in. */
async function register(browser: Browser, authenticator = new Authenticator(ORIGIN), label = 'Key on the ring') {
  const credential = authenticator.register(await askFor(browser));
  const answer = await browser.ask({ method: 'POST', url: PASSKEYS, payload: { label, credential } });
  expect(answer.statusCode).toBe(201);
  return { authenticator, passkey: answer.json<PasskeyView>() };
}

/** A browser that was asked for a signature; each comes from an address of its own. */
async function asked(more: Partial<Asked> = {}) {
  addresses += 1;
  const remoteAddress = `10.1.${addresses >> 8}.${addresses & 255}`;
  const answer = await node.nobody.ask({
    method: 'POST',
    url: '/api/session/passkey/challenge',
    remoteAddress,
    ...more,
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  return { answer, options: answer.json<PasskeyRequestOptions>(), cookie, remoteAddress };
}

const send = (browser: { cookie: string; remoteAddress: string }, payload: object) =>
  node.nobody.ask({
    method: 'POST',
    url: '/api/session/passkey',
    payload,
    headers: { cookie: browser.cookie },
    remoteAddress: browser.remoteAddress,
  });

async function signIn(authenticator: Authenticator, mischief: Mischief = {}) {
  const browser = await asked();
  return await send(browser, authenticator.signIn(browser.options, mischief));
}

describe('a passkey', () => {
  test('is made by an officer who has just signed in, and stands on his account under its label', async () => {
    const browser = await someone();
    expect(await accountOf(browser)).toEqual({ hasPassword: true, passwordMinLength: 12, passkeys: [] });
    const { passkey } = await register(browser, undefined, '  Ключ на связке ');
    expect(passkey).toMatchObject({ label: 'Ключ на связке', synced: false, lastUsedAt: null });
    expect((await accountOf(browser)).passkeys).toEqual([passkey]);
    expect(await lastLeaf()).toMatchObject({
      event: 'access.passkey-registered',
      actor: { id: browser.view.officer!.id },
      subject: { kind: 'passkey', ref: passkey.id },
      facts: { synced: false },
    });
  });

  test('lies in the database without its label in clear', async () => {
    const { passkey } = await register(await node.signIn(CONTACT), undefined, 'Madina’s phone');
    const { rows } = await sql<{ row: string; content: string }>`
      SELECT passkey::text AS row, encode(personal, 'escape') AS content
      FROM access.passkey WHERE id = ${passkey.id}`.execute(database.db);
    expect(rows[0]!.row + rows[0]!.content).not.toMatch(/Madina/);
  });

  test('opens the node without a name, and the record says by which', async () => {
    const officer = await someone();
    const { id } = officer.view.officer!;
    const { authenticator, passkey } = await register(officer);
    node.clock.forward(1);
    const browser = node.browserOf(await signIn(authenticator));
    expect(browser.view).toMatchObject({
      officer: { id },
      actions: expect.arrayContaining(['audit.view-own']),
    });
    expect(await lastLeaf()).toMatchObject({
      event: 'access.signed-in',
      actor: { kind: 'officer', id },
      facts: { method: 'passkey', passkey: passkey.id },
    });
    const used = (await accountOf(browser)).passkeys.find((one) => one.id === passkey.id);
    expect(used!.lastUsedAt).toBe(node.clock.now().toISOString());
    const sessions = (await browser.ask({ url: '/api/access/sessions' })).json();
    expect(sessions.find(({ current }: { current: boolean }) => current)).toMatchObject({ method: 'passkey' });
  });

  test('is not made in a session that began ten minutes ago, and is after signing in anew', async () => {
    const browser = await someone();
    node.clock.forward(10);
    const stale = await browser.ask({ method: 'POST', url: `${PASSKEYS}/challenge` });
    expect([stale.statusCode, stale.json().code]).toEqual([401, 'stale-sign-in']);
    expect(await isIn(browser)).toBe(true);
    await register(await again(browser));
  });

  test('is not made upon a challenge of another session, an old one, or one answered before', async () => {
    const browser = await someone();
    const other = await node.signIn(CONTACT);
    const authenticator = new Authenticator(ORIGIN);
    const payload = { label: 'x', credential: authenticator.register(await askFor(browser)) };
    const elsewhere = await other.ask({ method: 'POST', url: PASSKEYS, payload });
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([409, 'challenge-ended']);
    node.clock.forward(5);
    const late = await browser.ask({ method: 'POST', url: PASSKEYS, payload });
    expect(late.json().code).toBe('challenge-ended');
    const { passkey } = await register(await again(browser), authenticator);
    expect(passkey.id).toBeDefined();
    const twice = await (await again(browser)).ask({ method: 'POST', url: PASSKEYS, payload });
    expect(twice.json().code).toBe('challenge-ended');
  });

  test.each([
    ['at another port of this machine', { origin: 'http://kz.localhost:9999' }],
    ['without PIN or finger', { unverified: true }],
  ] as [string, Mischief][])('made %s is refused, and the attempt is on record', async (_, mischief) => {
    const browser = await someone();
    const credential = new Authenticator(ORIGIN).register(await askFor(browser), mischief);
    const answer = await browser.ask({ method: 'POST', url: PASSKEYS, payload: { label: 'x', credential } });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'passkey-not-made']);
    expect(await lastLeaf()).toMatchObject({
      event: 'access.refused',
      actor: { id: browser.view.officer!.id },
      facts: { action: 'access.keep-own-account', code: 'passkey-not-made' },
    });
  });

  test('is entered once, whoever brings it again', async () => {
    const { authenticator } = await register(await someone());
    const browser = await node.signIn(CONTACT);
    const credential = authenticator.register(await askFor(browser));
    const answer = await browser.ask({ method: 'POST', url: PASSKEYS, payload: { label: 'x', credential } });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'passkey-known']);
    expect((await accountOf(browser)).passkeys.map(({ label }) => label)).not.toContain('x');
  });

  test('is one of ten at most', async () => {
    const browser = await node.signIn(officerWith('reviewer'));
    for (let made = 0; made < 10; made += 1) await register(browser);
    const eleventh = await browser.ask({ method: 'POST', url: `${PASSKEYS}/challenge` });
    expect([eleventh.statusCode, eleventh.json().code]).toEqual([409, 'too-many-passkeys']);
  });

  test('is asked of another authenticator than those he has', async () => {
    const browser = await node.signIn(officerWith('oversight-officer'));
    const { authenticator } = await register(browser);
    const { excludeCredentials } = await askFor(browser);
    expect(excludeCredentials).toMatchObject([{ id: authenticator.credentialId }]);
  });

  test('gets another label from its officer and from nobody else', async () => {
    const browser = await someone();
    const { passkey } = await register(browser);
    const relabel = (by: Browser) =>
      by.ask({ method: 'PUT', url: `${PASSKEYS}/${passkey.id}`, payload: { label: 'Old phone' } });
    expect((await relabel(browser)).json()).toEqual({ ...passkey, label: 'Old phone' });
    expect(await lastLeaf()).toMatchObject({ event: 'access.passkey-labelled', subject: { ref: passkey.id } });
    const other = await relabel(await node.signIn(CONTACT));
    expect([other.statusCode, other.json().code]).toEqual([404, 'unknown-passkey']);
  });

  test('that is removed opens nothing, and what was begun with it elsewhere ends', async () => {
    const officer = await someone();
    const { authenticator, passkey } = await register(officer);
    const elsewhere = node.browserOf(await signIn(authenticator));
    const here = await again(officer);
    const remove = (by: Browser) => by.ask({ method: 'DELETE', url: `${PASSKEYS}/${passkey.id}` });
    expect((await remove(await node.signIn(CONTACT))).statusCode).toBe(404);
    expect(await isIn(elsewhere)).toBe(true);
    expect((await remove(here)).statusCode).toBe(204);
    expect([await isIn(elsewhere), await isIn(here)]).toEqual([false, true]);
    expect(await lastLeaf()).toMatchObject({ event: 'access.passkey-removed', facts: { sessionsEnded: 1 } });
    expect((await signIn(authenticator)).statusCode).toBe(401);
    expect((await lastLeaf()).facts.why).toBe('unknown-passkey');
  });
});

describe('a sign-in by passkey', () => {
  test('is asked for with a challenge that only this browser answers, once, within five minutes', async () => {
    const { authenticator } = await register(await someone());
    const first = await asked();
    const set = String(first.answer.headers['set-cookie']);
    expect(set).toMatch(/^entente_challenge=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(set).toContain(attribute);
    const second = await asked();
    expect(first.options.challenge).not.toBe(second.options.challenge);
    const signed = authenticator.signIn(first.options);
    expect((await send({ ...first, cookie: second.cookie }, signed)).statusCode).toBe(401);
    expect((await lastLeaf()).facts.why).toBe('not-verified');
    expect((await send({ ...first, cookie: '' }, signed)).statusCode).toBe(401);
    expect((await lastLeaf()).facts.why).toBe('no-challenge');
    expect((await send(first, signed)).statusCode).toBe(200);
    expect((await send(first, signed)).statusCode).toBe(401);
    expect((await lastLeaf()).facts.why).toBe('no-challenge');
    const late = await asked();
    node.clock.forward(5);
    expect((await send(late, authenticator.signIn(late.options))).statusCode).toBe(401);
    expect((await lastLeaf()).facts.why).toBe('no-challenge');
  });

  test('relayed from another program on this machine, which has the host name but not the port, is refused', async () => {
    const { authenticator } = await register(await someone());
    const headers = { host: 'kz.localhost:9999', origin: 'http://kz.localhost:9999' };
    const relay = await asked({ headers });
    const signed = authenticator.signIn(relay.options, { origin: 'http://kz.localhost:9999' });
    const answer = await node.nobody.ask({
      method: 'POST',
      url: '/api/session/passkey',
      payload: signed,
      headers: { ...headers, cookie: relay.cookie },
    });
    expect(answer.statusCode).toBe(401);
    expect((await lastLeaf()).facts.why).toBe('not-verified');
  });

  const wrong: [string, Mischief, string][] = [
    ['with another key', { forged: true }, 'not-verified'],
    ['at another origin', { origin: 'https://attacker.example' }, 'not-verified'],
    ['at another port of this machine', { origin: 'http://kz.localhost:9999' }, 'not-verified'],
    ['for another host', { rpId: 'attacker.example' }, 'not-verified'],
    ['without PIN or finger', { unverified: true }, 'not-verified'],
    ['in the name of another officer', { userHandle: Buffer.alloc(16, 7).toString('base64url') }, 'wrong-officer'],
  ];
  test.each(wrong)('%s is refused like any other, and the record says why', async (_, mischief, why) => {
    const officer = await someone();
    const { authenticator, passkey } = await register(officer);
    const answer = await signIn(authenticator, mischief);
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'passkey-refused']);
    expect(String(answer.headers['set-cookie'])).not.toContain('entente_session');
    expect(await lastLeaf()).toMatchObject({
      event: 'access.sign-in-refused',
      outcome: 'refused',
      actor: { kind: 'node', id: 'KZ' },
      subject: { kind: 'officer', ref: officer.view.officer!.id },
      facts: { why, method: 'passkey', passkey: passkey.id },
    });
    expect((await signIn(authenticator)).statusCode).toBe(200);
  });

  test('by an authenticator that counts backwards is refused and on record: there may be a second one', async () => {
    const { authenticator } = await register(await someone());
    expect((await signIn(authenticator, { counter: 7 })).statusCode).toBe(200);
    for (const counter of [7, 3, 0]) {
      expect((await signIn(authenticator, { counter })).statusCode).toBe(401);
      expect((await lastLeaf()).facts.why).toBe('counter-behind');
    }
    expect((await signIn(authenticator, { counter: 8 })).statusCode).toBe(200);
  });

  test('by an authenticator that never counts is taken', async () => {
    const uncounting = new Authenticator(ORIGIN, { counts: false, synced: true });
    const { passkey } = await register(await someone(), uncounting);
    expect(passkey.synced).toBe(true);
    expect((await signIn(uncounting)).statusCode).toBe(200);
    expect((await signIn(uncounting)).statusCode).toBe(200);
  });

  test('obeys locks', async () => {
    const { authenticator } = await register(await node.signIn(CONTACT));
    const administrator = await node.signIn(ADMINISTRATOR);
    const officer = `/api/access/officers/${CONTACT.id}`;
    const locked = (await administrator.ask({ method: 'POST', url: `${officer}/lock` })).json<OfficerEntry>();
    expect((await signIn(authenticator)).statusCode).toBe(401);
    expect(await lastLeaf()).toMatchObject({ subject: { ref: CONTACT.id }, facts: { why: 'locked' } });
    const payload = { revision: locked.revision };
    await administrator.ask({ method: 'POST', url: `${officer}/unlock`, payload });
    expect((await signIn(authenticator)).statusCode).toBe(200);
  });

  test('ends with a new password given by an administrator, who may not know what else is in strange hands', async () => {
    const { authenticator } = await register(await node.signIn(CONTACT));
    const administrator = await node.signIn(ADMINISTRATOR);
    const officer = `/api/access/officers/${CONTACT.id}`;
    const { revision, passkeys } = (await administrator.ask({ url: officer })).json<OfficerEntry>();
    await administrator.ask({ method: 'POST', url: `${officer}/password`, payload: { revision } });
    expect(await lastLeaf()).toMatchObject({ event: 'access.password-changed', facts: { passkeysRemoved: passkeys } });
    expect((await signIn(authenticator)).statusCode).toBe(401);
  });

  test('is limited per address', async () => {
    const remoteAddress = '10.9.9.9';
    const statuses: number[] = [];
    for (let time = 0; time < 21; time += 1) statuses.push((await asked({ remoteAddress })).answer.statusCode);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
    expect(statuses[20]).toBe(429);
  });

  test("is not begun from another site's page, nor under another name of this machine", async () => {
    const foreign = await asked({ headers: { origin: 'https://attacker.example' } });
    expect(foreign.answer.json().code).toBe('foreign-origin');
    const elsewhere = await asked({ headers: { host: 'localhost:8700' } });
    expect(elsewhere.answer.json().code).toBe('wrong-host');
  });
});

describe('an officer himself', () => {
  const other = (browser: Browser) => browser.ask({ method: 'DELETE', url: '/api/access/sessions' });

  test("ends all his other sessions, and nobody else's", async () => {
    const here = await node.signIn(BORDER);
    const there = await node.signIn(BORDER);
    const another = await node.signIn(CONTACT);
    expect((await other(here)).json().ended).toBeGreaterThanOrEqual(1);
    expect([await isIn(here), await isIn(there), await isIn(another)]).toEqual([true, false, true]);
    expect(await lastLeaf()).toMatchObject({ event: 'access.sessions-ended', actor: { id: BORDER.id } });
    expect((await other(here)).json()).toEqual({ ended: 0 });
  });

  test('sets a password of his own in place of the one an administrator has seen', async () => {
    const administrator = await node.signIn(ADMINISTRATOR);
    const form = { name: 'own', displayName: 'Own', authority: 'border-service', roles: ['border-officer'] };
    const { password } = (
      await administrator.ask({ method: 'POST', url: '/api/access/officers', payload: form })
    ).json();
    const signInBy = (word: string) =>
      node.nobody.ask({ method: 'POST', url: '/api/session', payload: { name: 'own', password: word } });
    const elsewhere = node.browserOf(await signInBy(password));
    const browser = node.browserOf(await signInBy(password));
    const set = (word: string) =>
      browser.ask({ method: 'PUT', url: '/api/access/account/password', payload: { password: word } });
    const short = await set('too short');
    expect([short.statusCode, short.json().code, short.json().detail]).toEqual([
      422,
      'weak-password',
      'The password is shorter than 12 characters.',
    ]);
    expect((await set('a password of my own')).json()).toEqual({ ended: 1 });
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await signInBy(password)).statusCode).toBe(401);
    expect((await signInBy('a password of my own')).statusCode).toBe(200);
    node.clock.forward(10);
    expect((await set('another password of mine')).json().code).toBe('stale-sign-in');
  });
});

test('behind a proxy that ends TLS a passkey holds for the https origin alone', async () => {
  const proxiedDatabase = await testDatabase();
  const env = { ENTENTE_TRUSTED_PROXIES: '127.0.0.1', ENTENTE_PUBLIC_HOST: 'kz.entente.example' };
  const proxied = await testNode(proxiedDatabase, { env });
  const headers = { host: 'kz.entente.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };
  const answer = await proxied.nobody.ask({ method: 'POST', url: '/api/session/passkey/challenge', headers });
  expect(answer.json()).toMatchObject({ rpId: 'kz.entente.example', userVerification: 'required' });
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-entente_challenge=.*Secure/);
  await proxied.close();
  await proxiedDatabase.close();
});
