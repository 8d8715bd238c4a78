import { Readable } from 'node:stream';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

let database: TestDatabase;
let node: TestNode | undefined;

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await node?.close();
  node = undefined;
  await database.close();
});

/** Runs `entente officers …` on the test's database, as the operator would. */
async function officers(args: string[], stdin = '') {
  const said = { out: '', err: '' };
  const code = await main(['officers', ...args], {
    stdin: Readable.from([stdin]),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: { ENTENTE_DATABASE_URL: database.url },
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

const ADD = ['add', 'a.toktarbek', '--display-name', 'Aigerim Toktarbek', '--authority', 'border-service'];
const NAMES = ['en=Border Service', 'ru=Пограничная служба', 'zh=边防局'].flatMap((text) => ['--authority-name', text]);

async function lastLeaf() {
  const { rows } = await sql<{ content: string }>`SELECT content FROM audit.record ORDER BY id DESC LIMIT 1`.execute(
    database.db,
  );
  return JSON.parse(rows[0]!.content);
}

const signIn = async (password: string) => {
  node ??= await testNode(database, { demonstration: false });
  const answer = await node.nobody.ask({
    method: 'POST',
    url: '/api/session',
    payload: { name: 'a.toktarbek', password },
  });
  return answer.statusCode;
};

describe('the operator', () => {
  test('enters an officer, whose password is printed once and opens the node', async () => {
    const added = await officers([...ADD, ...NAMES, '--role', 'border-officer', '--role', 'reviewer', '--json']);
    expect(added.code).toBe(0);
    const { id, password } = JSON.parse(added.out);
    expect(await lastLeaf()).toMatchObject({
      event: 'access.officer-entered',
      actor: { kind: 'operator', id: 'officers add' },
      subject: { kind: 'officer', ref: id },
      facts: { authority: 'border-service', roles: 'border-officer reviewer' },
    });
    expect(await signIn(password)).toBe(200);
    expect(JSON.parse((await officers(['list', '--json'])).out)).toEqual([
      {
        id,
        name: 'a.toktarbek',
        displayName: 'Aigerim Toktarbek',
        authority: 'border-service',
        roles: ['border-officer', 'reviewer'],
        lockedUntil: null,
        lockedByHand: false,
      },
    ]);
  });

  test('gives a password of his own through standard input, and it is not printed', async () => {
    const added = await officers(
      [...ADD, ...NAMES, '--role', 'reviewer', '--password-stdin'],
      'a password of one’s own\nnot this line\n',
    );
    expect(added).toEqual({ code: 0, out: 'a.toktarbek is entered.\n', err: '' });
    expect(await signIn('a password of one’s own')).toBe(200);
    const changed = await officers(['password', 'a.toktarbek', '--json']);
    expect(await signIn('a password of one’s own')).toBe(401);
    expect(await signIn(JSON.parse(changed.out).password)).toBe(200);
    expect(JSON.stringify(await lastLeaf())).not.toContain(JSON.parse(changed.out).password);
  });

  test('locks and unlocks an officer', async () => {
    await officers([...ADD, ...NAMES, '--role', 'reviewer', '--password-stdin'], 'a password of one’s own');
    expect((await officers(['lock', 'a.toktarbek'])).code).toBe(0);
    expect((await officers(['list'])).out).toBe('a.toktarbek\tAigerim Toktarbek\tborder-service\treviewer\tlocked\n');
    expect(await signIn('a password of one’s own')).toBe(401);
    expect((await officers(['unlock', 'a.toktarbek'])).code).toBe(0);
    expect(await signIn('a password of one’s own')).toBe(200);
  });
});

describe('the operator is told what is wrong when', () => {
  const wrong: [string, string[], string, RegExp][] = [
    ['the authority is new and has no names', [...ADD, '--role', 'reviewer'], '', /border-service is not known/],
    ['a name of the authority is missing', [...ADD, ...NAMES.slice(2), '--role', 'reviewer'], '', /three times/],
    ['the role does not exist', [...ADD, ...NAMES, '--role', 'chief'], '', /there is no role "chief"/],
    ['there is no role', [...ADD, ...NAMES], '', /no role is given/],
    ['the name is not a sign-in name', ['add', 'A B', ...ADD.slice(2), '--role', 'reviewer'], '', /the name "A B"/],
    ['no name is given', ['add', ...ADD.slice(2), '--role', 'reviewer'], '', /name the officer's sign-in name/],
    [
      'the display name is missing',
      ['add', 'x', '--role', 'reviewer', '--authority', 'a'],
      '',
      /display name is empty/,
    ],
    ['the password is short', [...ADD, ...NAMES, '--role', 'reviewer', '--password-stdin'], 'short', /shorter than 12/],
    ['there is no such officer', ['lock', 'nobody'], '', /there is no officer nobody/],
  ];
  test.each(wrong)('%s, and nothing is entered', async (_, args, stdin, message) => {
    const { code, out, err } = await officers(args, stdin);
    expect(code).toBeGreaterThan(0);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(JSON.parse((await officers(['list', '--json'])).out)).toEqual([]);
  });

  test('the name is taken', async () => {
    await officers([...ADD, ...NAMES, '--role', 'reviewer']);
    expect((await officers([...ADD, '--role', 'administrator'])).err).toMatch(/a\.toktarbek is taken/);
  });

  test('the node is a demonstration, whose officers are invented', async () => {
    node = await testNode(database);
    for (const args of [
      [...ADD, '--role', 'reviewer'],
      ['lock', officerWith('reviewer').name],
    ]) {
      expect((await officers(args)).err).toMatch(/is a demonstration/);
    }
    expect(JSON.parse((await officers(['list', '--json'])).out)).toHaveLength(6);
  });
});
