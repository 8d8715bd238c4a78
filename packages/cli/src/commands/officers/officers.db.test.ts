import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type TestNode, testNode } from '@entente/testkit/node';
import { DEMONSTRATION_OFFICERS, officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-officers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `entente officers …` on a database, as the operator would. */
async function officers(on: TestDatabase, args: string[], stdin = '') {
  const said = { out: '', err: '' };
  const code = await main(['officers', ...args], {
    stdin: Readable.from([stdin]),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: { ENTENTE_DATABASE_URL: on.url, ENTENTE_KEY_FILE: on.keyFile, ENTENTE_DATA_DIR: folder },
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

const ABOUT = ['--display-name', 'Aigerim Toktarbek', '--authority', 'border-service'];
const NAMES = ['en=Border Service', 'ru=Пограничная служба', 'zh=边防局'].flatMap((text) => ['--authority-name', text]);
const OWN_PASSWORD = 'a password of one’s own';

describe('the operator', () => {
  let database: TestDatabase;
  let node: TestNode;

  beforeAll(async () => {
    database = await testDatabase();
    node = await testNode(database, { demonstration: false });
  });
  afterAll(async () => {
    await node.close();
    await database.close();
  });

  const add = (name: string, more: string[], stdin = '') =>
    officers(database, ['add', name, ...ABOUT, ...NAMES, '--role', 'reviewer', ...more], stdin);

  const signIn = async (name: string, password: string) =>
    (await node.nobody.ask({ method: 'POST', url: '/api/session', payload: { name, password } })).statusCode;

  const lastLeaf = async () => {
    const { rows } = await sql<{ content: string }>`SELECT content FROM audit.record ORDER BY id DESC LIMIT 1`.execute(
      database.db,
    );
    return JSON.parse(rows[0]!.content);
  };

  test('enters an officer, whose password is printed once and opens the node', async () => {
    const added = await add('a.toktarbek', ['--role', 'border-officer', '--json']);
    expect(added.code).toBe(0);
    const { id, password } = JSON.parse(added.out);
    expect(await lastLeaf()).toMatchObject({
      event: 'access.officer-entered',
      actor: { kind: 'operator', id: 'officers add' },
      subject: { kind: 'officer', ref: id },
      facts: { authority: 'border-service', roles: 'reviewer border-officer' },
    });
    expect(await signIn('a.toktarbek', password)).toBe(200);
    expect(JSON.parse((await officers(database, ['list', '--json'])).out)).toEqual([
      {
        id,
        name: 'a.toktarbek',
        displayName: 'Aigerim Toktarbek',
        authority: 'border-service',
        roles: ['reviewer', 'border-officer'],
        lockedUntil: null,
        lockedByHand: false,
      },
    ]);
  });

  test('gives a password of his own through standard input, and it is not printed', async () => {
    const added = await add('own', ['--password-stdin'], `${OWN_PASSWORD}\nnot this line\n`);
    expect(added).toEqual({ code: 0, out: 'own is entered.\n', err: '' });
    expect(await signIn('own', OWN_PASSWORD)).toBe(200);
    const changed = await officers(database, ['password', 'own', '--json']);
    expect(await signIn('own', OWN_PASSWORD)).toBe(401);
    expect(await signIn('own', JSON.parse(changed.out).password)).toBe(200);
    expect(JSON.stringify(await lastLeaf())).not.toContain(JSON.parse(changed.out).password);
  });

  test('locks and unlocks an officer', async () => {
    await add('locked', ['--password-stdin'], OWN_PASSWORD);
    expect((await officers(database, ['lock', 'locked'])).code).toBe(0);
    expect((await officers(database, ['list'])).out).toContain(
      'locked\tAigerim Toktarbek\tborder-service\treviewer\tlocked\n',
    );
    expect(await signIn('locked', OWN_PASSWORD)).toBe(401);
    expect((await officers(database, ['unlock', 'locked'])).code).toBe(0);
    expect(await signIn('locked', OWN_PASSWORD)).toBe(200);
  });

  test('does not lock the last administrator whose way in is open, and the attempt is on record', async () => {
    const administrator = (name: string) => officers(database, ['add', name, ...ABOUT, '--role', 'administrator']);
    await administrator('first');
    const refused = await officers(database, ['lock', 'first']);
    expect(refused.code).toBeGreaterThan(0);
    expect(refused.err).toMatch(/the last administrator/);
    expect(await lastLeaf()).toMatchObject({
      event: 'access.refused',
      actor: { kind: 'operator', id: 'officers lock' },
      facts: { code: 'last-administrator' },
    });
    await administrator('second');
    expect((await officers(database, ['lock', 'first'])).code).toBe(0);
  });

  test('is told when the name is taken', async () => {
    await add('taken', []);
    expect((await add('taken', [])).err).toMatch(/has that sign-in name/);
  });
});

describe('the operator is told what is wrong when', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const wrong: [string, string[], string, RegExp][] = [
    [
      'the authority is new and has no names',
      ['add', 'x', ...ABOUT, '--role', 'reviewer'],
      '',
      /border-service is not known/,
    ],
    [
      'a name of the authority is missing',
      ['add', 'x', ...ABOUT, ...NAMES.slice(2), '--role', 'reviewer'],
      '',
      /three times/,
    ],
    ['the role does not exist', ['add', 'x', ...ABOUT, ...NAMES, '--role', 'chief'], '', /there is no role "chief"/],
    ['there is no role', ['add', 'x', ...ABOUT, ...NAMES], '', /no role is given/],
    ['the name is not a sign-in name', ['add', 'A B', ...ABOUT, '--role', 'reviewer'], '', /the name "A B"/],
    ['no name is given', ['add', ...ABOUT, '--role', 'reviewer'], '', /name the officer's sign-in name/],
    [
      'the display name is missing',
      ['add', 'x', '--role', 'reviewer', '--authority', 'a'],
      '',
      /display name is empty/,
    ],
    [
      'the password is short',
      ['add', 'x', ...ABOUT, ...NAMES, '--role', 'reviewer', '--password-stdin'],
      'short',
      /shorter than 12/,
    ],
    ['there is no such officer', ['lock', 'nobody'], '', /There is no officer nobody/],
    [
      'oversight is to be combined with another role',
      ['add', 'x', ...ABOUT, ...NAMES, '--role', 'oversight-officer', '--role', 'reviewer'],
      '',
      /oversight officer holds no other role/,
    ],
    [
      'administration is to be combined with the desk',
      ['add', 'x', ...ABOUT, ...NAMES, '--role', 'administrator', '--role', 'border-officer'],
      '',
      /administrator is no border officer/,
    ],
  ];
  test.each(wrong)('%s', async (_, args, stdin, message) => {
    const { code, out, err } = await officers(database, args, stdin);
    expect(code).toBeGreaterThan(0);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });

  test('in all of that nothing is entered', async () => {
    expect(JSON.parse((await officers(database, ['list', '--json'])).out)).toEqual([]);
  });

  test('the node is a demonstration, whose officers are invented', async () => {
    const demonstration = await testDatabase();
    await (await testNode(demonstration)).close();
    for (const args of [
      ['add', 'x', ...ABOUT, '--role', 'reviewer'],
      ['lock', officerWith('reviewer').name],
    ]) {
      expect((await officers(demonstration, args)).err).toMatch(/is a demonstration/);
    }
    expect(JSON.parse((await officers(demonstration, ['list', '--json'])).out)).toHaveLength(
      DEMONSTRATION_OFFICERS.length,
    );
    await demonstration.close();
  });
});
