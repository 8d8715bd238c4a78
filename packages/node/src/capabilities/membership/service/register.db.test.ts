import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Act, hashStatement, readAct, type Statement, writeAct } from '@entente/crypto/act/act';
import { signingKeyId } from '@entente/crypto/act/node-record';
import { toHex } from '@entente/crypto/bytes';
import { publicKeyOf } from '@entente/crypto/ed25519';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { dumpDatabase, findInDump } from '@entente/testkit/database-dump';
import { type TestClock, testClock } from '@entente/testkit/node';
import { actingBy, consentAll, declareFounder, type Founder, foundOrganisation } from '@entente/testkit/organisation';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Background } from '../../../platform/background.ts';
import { PROJECT } from '../../../platform/config.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { createLog } from '../../../platform/log.ts';
import { composeStatement } from '../rules/statements.ts';
import { openOwnKeys } from '../store/own-keys.ts';
import { adoptAct, readActs } from './adopt.ts';
import { giveOwnConsent } from './consent.ts';
import { joinOrganisation } from './join.ts';
import { type OpenMembership, openMembership } from './open.ts';
import { KeyNotHeld } from './own-keys.ts';
import { StoredRegisterError } from './stored-register.ts';

const log = createLog('silent');
const PROFILE = `${PROJECT}/profiles/sco-2018`;
const STATES = ['KZ', 'CN', 'IN'];

interface TestMember extends Founder {
  database: TestDatabase;
  membership: OpenMembership & { following: Background };
}

let folder: string;
let clock: TestClock;
let pin: string;
let founding: Act;
let members: TestMember[];
let committee: TestMember;
let kz: TestMember;
let all: TestMember[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-register-'));
  clock = testClock(new Date('2026-01-01T00:00:00.000Z'));
  const opened = STATES.map((state, at) => openFounder(state.toLowerCase(), 'member', state, 9700 + at));
  all = await Promise.all([...opened, openFounder('rats', 'body', 'rats-ec', 9710)]);
  members = all.filter(({ holder }) => holder === 'member');
  [kz] = members as [TestMember];
  committee = all.at(-1)!;
  ({ pin, founding } = await foundOrganisation('sco', all, { clock }));
});
afterAll(async () => {
  for (const { database } of all) await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  for (const { membership } of all) await membership.refresh();
});

async function openFounder(id: string, holder: 'member' | 'body', of: string, port: number): Promise<TestMember> {
  const database = await testDatabase();
  const { db, pool } = database;
  const membership = await openMembership({ profile: PROFILE, db, pool, clock, log });
  const nodeKeyFile = join(folder, `${id}.key`);
  return { database, db, id, holder, of, address: `127.0.0.1:${port}`, nodeKeyFile, membership };
}

const registerOf = ({ membership }: TestMember) => membership.standing()!.register;
const inTransaction = <Value>({ db }: TestMember, work: (tx: Tx) => Promise<Value>) => db.transaction().execute(work);
const eventsOf = async ({ database }: TestMember) => {
  const { rows } = await database.pool.query<{ event: string }>(
    "SELECT event FROM audit.record WHERE event LIKE 'membership.%' ORDER BY id",
  );
  return rows.map(({ event }) => event);
};
const refused = (code: string) => expect.objectContaining({ code });

/** An act decided by all members, adopted by each node. */
async function decide(statement: Statement): Promise<Act> {
  const act = await consentAll(statement, members, actingBy(clock));
  for (const node of all) {
    await inTransaction(node, (tx) => adoptAct(tx, actingBy(clock), act));
    await node.membership.refresh();
  }
  return act;
}

describe('a node in an organisation', () => {
  test('stands in the register as its operator declared it, beside the others, under the pin', () => {
    for (const node of all) {
      expect(node.membership.standing()).toMatchObject({ pin, self: node.id });
      expect([...registerOf(node).members.keys()]).toEqual(STATES);
      expect([...registerOf(node).nodes.keys()]).toEqual(['kz', 'cn', 'in', 'rats']);
    }
  });

  test('signs, opens, connects and cosigns with the keys that the register has for it', () => {
    const { signing, sealing, tls, witness } = registerOf(kz).nodes.get('kz')!.record;
    const { keys } = kz.membership;
    expect(toHex(publicKeyOf(keys.signing().key))).toBe(Buffer.from(signing[0]!, 'base64').toString('hex'));
    expect(keys.signing().id).toBe(signingKeyId(publicKeyOf(keys.signing().key)));
    const [, sealingId] = sealing[0]!.split('+');
    expect(toHex(keys.opening(sealingId!)!.id)).toBe(sealingId);
    expect(keys.opening('0123456789abcdef')).toBeUndefined();
    expect(new X509Certificate(keys.tls().certificate).raw.toString('base64')).toBe(tls[0]);
    expect(new X509Certificate(keys.tls().certificate).checkPrivateKey(createPrivateKey(keys.tls().key))).toBe(true);
    expect(keys.witness().name).toBe(witness.split('+')[0]);
  });

  test('has made its keys, consented, joined and adopted, and all of it is on record', async () => {
    const founded = ['membership.node-keys-made', 'membership.consent-given', 'membership.joined'];
    expect((await eventsOf(kz)).slice(0, 4)).toEqual([...founded, 'membership.act-adopted']);
    expect(await eventsOf(committee)).not.toContain('membership.consent-given');
  });

  test('hands acts to a peer that is behind, as lines that prove themselves', async () => {
    expect(await readActs(kz.db, 0, 10)).toContain(writeAct(founding));
    expect(await readActs(kz.db, registerOf(kz).head.number, 10)).toEqual([]);
    expect(await readActs(kz.db, 0, 1)).toHaveLength(1);
  });

  test('does not join twice', async () => {
    const again = inTransaction(kz, (tx) =>
      joinOrganisation(tx, actingBy(clock), { acts: [founding], pin, node: 'kz' }),
    );
    await expect(again).rejects.toEqual(refused('joined-already'));
  });
});

describe('a node in no organisation', () => {
  let lone: TestMember;
  beforeAll(async () => {
    lone = await openFounder('by', 'member', 'BY', 9720);
  });
  afterAll(() => lone.database.close());

  const join = (joining: { acts?: Act[]; pin?: string; node?: string }) =>
    inTransaction(lone, (tx) =>
      joinOrganisation(tx, actingBy(clock), { acts: [founding], pin, node: 'kz', ...joining }),
    );

  test('has no standing and no key in force, and works', () => {
    expect(lone.membership.standing()).toBeNull();
    expect(lone.membership.organisation().id).toBe('sco-2018');
    expect(() => lone.membership.keys.signing()).toThrow(KeyNotHeld);
    expect(() => lone.membership.keys.witness()).toThrow(KeyNotHeld);
  });

  test.each([
    ['under another pin', { pin: 'f'.repeat(64) }, 'broken-chain'],
    ['with a pin that is none', { pin: 'abc' }, 'malformed-register'],
    ['with no act', { acts: [] }, 'malformed-register'],
    ['as a node that the register does not name', { node: 'by' }, 'unknown-node'],
    ['as a node whose keys are elsewhere', { node: 'kz' }, 'foreign-keys'],
  ])('does not join %s', async (_, joining, code) => {
    await expect(join(joining)).rejects.toEqual(refused(code));
    await lone.membership.refresh();
    expect(lone.membership.standing()).toBeNull();
  });

  test('does not join by a founding act that lacks a consent', async () => {
    const short = { ...founding, consents: founding.consents.slice(1) };
    await expect(join({ acts: [short] })).rejects.toEqual(refused('missing-consent'));
  });

  test('adopts nothing and has no consent to give', async () => {
    const adopting = inTransaction(lone, (tx) => adoptAct(tx, actingBy(clock), founding));
    await expect(adopting).rejects.toEqual(refused('no-register'));
    const consenting = inTransaction(lone, (tx) => giveOwnConsent(tx, actingBy(clock), founding.statement));
    await expect(consenting).rejects.toEqual(refused('foreign-keys'));
  });
});

describe('an act that follows', () => {
  const treaty = (subject: string) =>
    composeStatement(registerOf(kz), {
      kind: 'treaty',
      subject,
      body: { inForceFrom: '2026-01-01T00:00:00.000Z' },
      effectiveAt: clock.now().toISOString(),
    });

  test('is refused without a consent it needs, and nothing is left of it', async () => {
    const act = await consentAll(treaty('a-treaty'), members, actingBy(clock));
    const short = { ...act, consents: act.consents.slice(1) };
    const adopting = inTransaction(kz, (tx) => adoptAct(tx, actingBy(clock), short));
    await expect(adopting).rejects.toEqual(refused('missing-consent'));
    await kz.membership.refresh();
    expect(registerOf(kz).head.number).toBe(1);
    await decide(act.statement);
    expect(registerOf(committee).treaties.has('a-treaty')).toBe(true);
  });

  test('is adopted once, however often it comes, and by whichever way', async () => {
    const act = readAct((await readActs(kz.db, 1, 1))[0]!);
    const again = await inTransaction(kz, (tx) => adoptAct(tx, actingBy(clock), act));
    expect(again).toMatchObject({ adopted: 0, register: { head: registerOf(kz).head } });
  });

  test('is not consented to beside another of its number', async () => {
    const [one, two] = [treaty('one-treaty'), treaty('another-treaty')];
    const first = await inTransaction(kz, (tx) => giveOwnConsent(tx, actingBy(clock), one));
    const second = inTransaction(kz, (tx) => giveOwnConsent(tx, actingBy(clock), two));
    await expect(second).rejects.toEqual(refused('consented-otherwise'));
    clock.forward(1);
    expect(await inTransaction(kz, (tx) => giveOwnConsent(tx, actingBy(clock), one))).toEqual(first);
    await decide(one);
  });

  test('of a number adopted otherwise is refused as what it is', async () => {
    const known = readAct((await readActs(kz.db, 1, 1))[0]!);
    const forked = { ...known, statement: { ...known.statement, subject: 'forked-treaty' } };
    const adopting = inTransaction(kz, (tx) => adoptAct(tx, actingBy(clock), forked));
    await expect(adopting).rejects.toThrow(/another act 2 was adopted here/);
  });

  test('needs no consent of a body’s node, which has none to give', async () => {
    const giving = inTransaction(committee, (tx) => giveOwnConsent(tx, actingBy(clock), treaty('third-treaty')));
    await expect(giving).rejects.toEqual(refused('no-voice'));
  });
});

describe('a new key', () => {
  test('signs from the act’s moment on; what was sealed to the old one still opens', async () => {
    const { keys } = kz.membership;
    const old = { signing: keys.signing().id, tls: keys.tls().id, witness: keys.witness() };
    const oldSealing = registerOf(kz).nodes.get('kz')!.record.sealing[0]!.split('+')[1]!;
    const record = await declareFounder(kz, actingBy(clock), ['signing', 'sealing', 'tls']);
    await kz.membership.refresh();
    expect(keys.signing().id).toBe(old.signing);

    const effectiveAt = new Date(clock.now().getTime() + 60 * 60_000).toISOString();
    const body = { node: { ...record } };
    await decide(composeStatement(registerOf(kz), { kind: 'node', subject: 'kz', body, effectiveAt }));
    clock.forward(59);
    expect(keys.signing().id).toBe(old.signing);
    expect(keys.tls().id).toBe(old.tls);
    const told: string[] = [];
    const stop = kz.membership.onRegisterChanged(({ self }) => told.push(self));
    await kz.membership.refresh();
    expect(told).toEqual([]);

    clock.forward(1);
    expect(keys.signing().id).toBe(signingKeyId(Buffer.from(record.signing[0]!, 'base64')));
    expect(keys.tls().id).not.toBe(old.tls);
    expect(keys.witness()).toEqual(old.witness);
    expect(toHex(keys.opening(oldSealing)!.id)).toBe(oldSealing);
    expect(keys.opening(record.sealing[0]!.split('+')[1]!)).toBeDefined();
    await kz.membership.refresh();
    expect(told).toEqual(['kz']);
    stop();
  });
});

describe('the register in memory', () => {
  test('follows what another process adopts', async () => {
    const { db, pool } = kz.database;
    const other = await openMembership({ profile: PROFILE, db, pool, clock, log });
    expect(other.standing()).toEqual(kz.membership.standing());
    const changed = new Promise<number>((resolve) => {
      other.onRegisterChanged(({ register }) => resolve(register.head.number));
    });
    await other.following.start();
    const body = { reason: 'invented for the test' };
    const effectiveAt = clock.now().toISOString();
    const act = await decide(
      composeStatement(registerOf(kz), { kind: 'suspension', subject: 'IN', body, effectiveAt }),
    );
    expect(await changed).toBe(act.statement.number);
    expect(other.standing()?.register.head.hash).toBe(toHex(hashStatement(act.statement)));
    await other.following.stop();
  });

  test('is told of once to each listener, and a listener that fails keeps nobody from hearing', async () => {
    const told: string[] = [];
    const stops = [
      kz.membership.onRegisterChanged(() => {
        throw new Error('invented for the test');
      }),
      kz.membership.onRegisterChanged(({ register }) => told.push(String(register.head.number))),
    ];
    const body = { reason: 'over' };
    const effectiveAt = clock.now().toISOString();
    const motion = { kind: 'reinstatement', subject: 'IN', body, effectiveAt } as const;
    const { statement } = await decide(composeStatement(registerOf(kz), motion));
    expect(told).toEqual([String(statement.number)]);
    for (const stop of stops) stop();
  });
});

describe('what is stored', () => {
  test('holds no private key in clear', async () => {
    const held = await openOwnKeys(kz.db);
    expect(held).toHaveLength(7);
    const forms = (bytes: Buffer) =>
      (['hex', 'base64', 'base64url', 'latin1'] as const).map((one) => bytes.toString(one));
    const words = held.flatMap(({ use, secret }) => {
      const lines = secret.split('\n').slice(1, -2);
      return [...lines, ...forms(use === 'sealing' ? seedOf(lines) : scalarOf(secret))];
    });
    const dump = await dumpDatabase(kz.database);
    expect(findInDump(dump, words)).toEqual([]);
    expect(findInDump(dump, [held[0]!.public])).not.toEqual([]);
  });

  /** RFC 8410 and RFC 5915 both name it `d` in JWK. */
  function scalarOf(pem: string): Buffer {
    return Buffer.from(createPrivateKey(pem).export({ format: 'jwk' }).d!, 'base64url');
  }

  /** What an X-Wing key is made from ends its file. */
  function seedOf(lines: string[]): Buffer {
    return Buffer.from(lines.join(''), 'base64').subarray(-32);
  }

  test('only grows: acts, consents and the pin are neither changed nor deleted', async () => {
    for (const statement of [
      "UPDATE membership.act SET line = ''",
      'DELETE FROM membership.act',
      'DELETE FROM membership.consent',
      "UPDATE membership.standing SET pin = ''",
    ]) {
      await expect(kz.database.pool.query(statement), statement).rejects.toThrow(/only grow/);
    }
  });

  test('that was changed all the same is not believed at the next start', async () => {
    const { db, pool } = kz.database;
    await pool.query('ALTER TABLE membership.act DISABLE TRIGGER ALL');
    await pool.query("UPDATE membership.act SET line = replace(line, 'a-treaty', 'x-treaty') WHERE number = 2");
    await expect(openMembership({ profile: PROFILE, db, pool, clock, log })).rejects.toThrow(
      /^The acts in the database do not prove themselves: .* \[bad-consent\]/,
    );
    const adopting = inTransaction(kz, (tx) => adoptAct(tx, actingBy(clock), founding));
    await expect(adopting).rejects.toThrow(StoredRegisterError);
    await pool.query("UPDATE membership.act SET line = replace(line, 'x-treaty', 'a-treaty') WHERE number = 2");
    await pool.query('ALTER TABLE membership.act ENABLE TRIGGER ALL');
    expect((await openMembership({ profile: PROFILE, db, pool, clock, log })).standing()?.self).toBe('kz');
  });
});
