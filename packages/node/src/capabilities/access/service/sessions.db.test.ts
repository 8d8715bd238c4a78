import { createHash } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type Browser, type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadMembership } from '../../membership/index.ts';
import { createPasswords } from '../passwords/passwords.ts';
import { operatorAttribution } from '../rules/attribution.ts';
import { givePassword, lockOfficer, unlockOfficer } from './change-officer.ts';
import { liveSessionIds } from './sessions.ts';

const PROFILE = new URL('../../../../../../profiles/sco-2018', import.meta.url).pathname;
const limits = (await loadMembership(PROFILE)).limits();
const BORDER = officerWith('border-officer');
const CONTACT = officerWith('contact-point-officer');
const ADMINISTRATOR = officerWith('administrator');

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

const organisation = { url: '/api/membership/organisation' };
const statusOf = async (browser: Browser) => (await browser.ask(organisation)).statusCode;
const sessionsOf = async (browser: Browser) =>
  (await browser.ask({ url: '/api/access/sessions' })).json() as {
    id: string;
    current: boolean;
    officer: { id: string };
    expiresAt: string;
  }[];
const currentId = async (browser: Browser) => (await sessionsOf(browser)).find(({ current }) => current)!.id;
const revoke = (browser: Browser, id: string) => browser.ask({ method: 'DELETE', url: `/api/access/sessions/${id}` });

async function lastLeaf() {
  const { rows } = await sql<{ content: string }>`SELECT content FROM audit.record ORDER BY id DESC LIMIT 1`.execute(
    database.db,
  );
  return JSON.parse(rows[0]!.content);
}

describe('a session', () => {
  test('is in the database only as the hash of its token', async () => {
    const browser = await node.signIn(BORDER);
    const token = browser.cookie.split('=')[1]!;
    const { rows } = await sql<{ row: string }>`SELECT session::text AS row FROM access.session`.execute(database.db);
    const text = rows.map(({ row }) => row).join('\n');
    expect(text).not.toContain(token);
    expect(text).toContain(createHash('sha256').update(token).digest('hex'));
  });

  test('ends when the officer has been idle for half an hour', async () => {
    const browser = await node.signIn(BORDER);
    node.clock.forward(limits.session.idleMinutes - 1);
    expect(await statusOf(browser)).toBe(200);
    node.clock.forward(limits.session.idleMinutes - 1);
    expect(await statusOf(browser)).toBe(200);
    node.clock.forward(limits.session.idleMinutes);
    expect(await statusOf(browser)).toBe(401);
  });

  test('is not kept open by a page that only asks who is signed in', async () => {
    const browser = await node.signIn(BORDER);
    node.clock.forward(limits.session.idleMinutes - 1);
    expect((await browser.ask({ url: '/api/session' })).json().officer.id).toBe(BORDER.id);
    node.clock.forward(1);
    expect((await browser.ask({ url: '/api/session' })).json()).toMatchObject({ officer: null, csrf: null });
  });

  test('ends after twelve hours however busy the officer is', async () => {
    const browser = await node.signIn(BORDER);
    for (let spent = 0; spent < limits.session.absoluteMinutes - 20; spent += 20) {
      node.clock.forward(20);
      expect(await statusOf(browser)).toBe(200);
    }
    node.clock.forward(20);
    expect(await statusOf(browser)).toBe(401);
  });

  test('says when it will end', async () => {
    const browser = await node.signIn(BORDER);
    const { expiresAt } = (await browser.ask({ url: '/api/session' })).json();
    expect(new Date(expiresAt).getTime() - node.clock.now().getTime()).toBe(limits.session.idleMinutes * 60_000);
  });

  test('ends at sign-out, at once and for good', async () => {
    const browser = await node.signIn(BORDER);
    const answer = await browser.ask({ method: 'DELETE', url: '/api/session' });
    expect(answer.statusCode).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^entente_session=;.*Expires=Thu, 01 Jan 1970/);
    expect(await statusOf(browser)).toBe(401);
    expect(await lastLeaf()).toMatchObject({ event: 'access.signed-out', actor: { id: BORDER.id } });
  });

  test('is not ended by a page that lacks its token', async () => {
    const browser = await node.signIn(BORDER);
    const answer = await browser.ask({ method: 'DELETE', url: '/api/session', headers: { 'entente-csrf': 'guessed' } });
    expect(answer.json().code).toBe('wrong-csrf-token');
    expect(await statusOf(browser)).toBe(200);
  });

  test('is ended by the next sign-in of the same browser', async () => {
    const first = await node.signIn(BORDER);
    const answer = await first.ask({
      method: 'POST',
      url: '/api/session/demonstration',
      payload: { officerId: CONTACT.id },
    });
    expect(await statusOf(node.browserOf(answer))).toBe(200);
    expect(await statusOf(first)).toBe(401);
  });

  test('leaves the database a month after its end', async () => {
    const count = async () => {
      const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM access.session`.execute(
        database.db,
      );
      return rows[0]!.count;
    };
    const inDays = limits.session.keepDays * 24 * 60 + limits.session.absoluteMinutes;
    node.clock.forward(inDays + 1);
    await node.signIn(BORDER);
    expect(await count()).toBe(1);
    node.clock.forward(inDays);
    await node.signIn(BORDER);
    expect(await count()).toBe(2);
    node.clock.forward(1);
    await node.signIn(BORDER);
    expect(await count()).toBe(2);
  });

  test('is not ended by a second sign-out of nobody', async () => {
    expect((await node.nobody.ask({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204);
  });
});

describe('what is kept for the length of a session', () => {
  test('may go once it has been left, has idled out or has come to its end', async () => {
    const isLive = async (id: string) => (await liveSessionIds(database.db, limits, node.clock.now())).has(id);
    const left = await node.signIn(BORDER);
    const leftId = await currentId(left);
    expect(await isLive(leftId)).toBe(true);
    await left.ask({ method: 'DELETE', url: '/api/session' });
    expect(await isLive(leftId)).toBe(false);
    const idle = await currentId(await node.signIn(BORDER));
    node.clock.forward(limits.session.idleMinutes - 1);
    expect(await isLive(idle)).toBe(true);
    node.clock.forward(1);
    expect(await isLive(idle)).toBe(false);
    const busy = await node.signIn(BORDER);
    const busyId = await currentId(busy);
    for (let spent = 0; spent < limits.session.absoluteMinutes; spent += 20) {
      expect(await isLive(busyId)).toBe(true);
      await statusOf(busy);
      node.clock.forward(20);
    }
    expect(await isLive(busyId)).toBe(false);
  });
});

describe('who is signed in', () => {
  test('learns every purpose, and for which actions he may state it', async () => {
    const openTo = async (officer: typeof BORDER) =>
      Object.fromEntries((await node.signIn(officer)).view.purposes.map(({ id, actions }) => [id, actions]));
    const border = await openTo(BORDER);
    const contact = await openTo(CONTACT);
    expect(Object.keys(border)).toEqual(Object.keys(contact));
    expect(border).toMatchObject({
      'border-check': expect.arrayContaining(['screening.check']),
      'criminal-investigation': [],
      'list-maintenance': [],
      oversight: [],
    });
    expect(contact).toMatchObject({
      'criminal-investigation': expect.arrayContaining(['screening.check']),
      'list-maintenance': ['alerts.correct-entry', 'alerts.import-list', 'alerts.read-entry', 'alerts.read-import'],
      oversight: [],
    });
  });

  test('learns which actions his roles permit, and none that they do not', async () => {
    const { view } = await node.signIn(ADMINISTRATOR);
    for (const action of [
      'access.change-officers',
      'access.keep-own-account',
      'alerts.state-basis',
      'audit.view-own',
    ]) {
      expect(view.actions).toContain(action);
    }
    for (const action of ['screening.check', 'audit.search']) expect(view.actions).not.toContain(action);
    expect((await node.signIn(BORDER)).view.actions).not.toContain('access.view-officers');
  });
});

describe('the list of sessions', () => {
  test('shows an officer his own, and which one he is in', async () => {
    const here = await node.signIn(CONTACT);
    await node.signIn(CONTACT);
    await node.signIn(BORDER);
    const sessions = await sessionsOf(here);
    expect(new Set(sessions.map(({ officer }) => officer.id))).toEqual(new Set([CONTACT.id]));
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions.length).toBeGreaterThanOrEqual(2);
  });

  test("shows an administrator everyone's, without those that have ended", async () => {
    const ended = await node.signIn(BORDER);
    const endedId = await currentId(ended);
    await ended.ask({ method: 'DELETE', url: '/api/session' });
    const sessions = await sessionsOf(await node.signIn(ADMINISTRATOR));
    const officers = new Set(sessions.map(({ officer }) => officer.id));
    expect(officers).toEqual(new Set([ADMINISTRATOR.id, BORDER.id, CONTACT.id]));
    expect(sessions.map(({ id }) => id)).not.toContain(endedId);
    node.clock.forward(limits.session.idleMinutes);
    const later = await sessionsOf(await node.signIn(ADMINISTRATOR));
    expect(later).toHaveLength(1);
  });
});

describe('a revoked session', () => {
  test('answers 401 at once, and the record says who revoked it', async () => {
    const here = await node.signIn(BORDER);
    const there = await node.signIn(BORDER);
    const id = await currentId(there);
    expect((await revoke(here, id)).statusCode).toBe(204);
    expect(await statusOf(there)).toBe(401);
    expect(await statusOf(here)).toBe(200);
    expect(await lastLeaf()).toMatchObject({
      event: 'access.session-revoked',
      actor: { kind: 'officer', id: BORDER.id },
      subject: { kind: 'session', ref: id },
      facts: { officer: BORDER.id },
    });
  });

  test("of an officer may be an administrator's doing", async () => {
    const officer = await node.signIn(BORDER);
    const administrator = await node.signIn(ADMINISTRATOR);
    expect((await revoke(administrator, await currentId(officer))).statusCode).toBe(204);
    expect(await statusOf(officer)).toBe(401);
  });

  test("is never another officer's: the answer is that of no session, and the attempt is on record", async () => {
    const officer = await node.signIn(BORDER);
    const other = await node.signIn(CONTACT);
    const id = await currentId(officer);
    const refused = await revoke(other, id);
    const absent = await revoke(other, crypto.randomUUID());
    expect(refused.statusCode).toBe(404);
    expect({ ...refused.json(), instance: '' }).toEqual({ ...absent.json(), instance: '' });
    expect(await statusOf(officer)).toBe(200);
    expect(await lastLeaf()).toMatchObject({
      event: 'access.refused',
      outcome: 'refused',
      actor: { id: CONTACT.id },
      subject: { kind: 'session', ref: id },
    });
  });

  test('is gone, so that it cannot be revoked again', async () => {
    const here = await node.signIn(BORDER);
    const id = await currentId(await node.signIn(BORDER));
    await revoke(here, id);
    expect((await revoke(here, id)).statusCode).toBe(404);
  });

  test('is what locking an officer and changing his password make of all his sessions', async () => {
    const by = { db: database.db, clock: node.clock, limits, by: operatorAttribution('test') };
    const first = await node.signIn(BORDER);
    const second = await node.signIn(BORDER);
    const other = await node.signIn(CONTACT);
    await lockOfficer(by, { name: BORDER.name });
    expect([await statusOf(first), await statusOf(second), await statusOf(other)]).toEqual([401, 401, 200]);
    expect(await lastLeaf()).toMatchObject({ event: 'access.officer-locked', actor: { kind: 'operator', id: 'test' } });
    await unlockOfficer(by, { name: BORDER.name });
    const third = await node.signIn(BORDER);
    await givePassword({ ...by, passwords: createPasswords() }, { name: BORDER.name }, 'a long new password');
    expect(await statusOf(third)).toBe(401);
  });
});
