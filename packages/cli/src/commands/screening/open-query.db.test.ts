import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { encodeOpeningKey, generateOpeningKey } from '@entente/crypto/sealed-to/opening-key';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { readLogParts } from '@entente/testkit/log-parts';
import { type TestNode, testNode } from '@entente/testkit/node';
import { officerWith } from '@entente/testkit/officers';
import { makeCheck } from '@entente/testkit/screening/desk';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

let folder: string;
let key: string;
let database: TestDatabase;
let node: TestNode;
let check: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-open-query-'));
  database = await testDatabase();
  const made = join(folder, 'oversight.key');
  node = await testNode(database, { env: { ENTENTE_OVERSIGHT_KEY_FILE: made } });
  for (const work of node.background) await work.start();
  const desk = await node.signIn(officerWith('border-officer'));
  check = (await makeCheck(desk, { by: 'identity', identity: { names: ['Nikto Nigdenko'] } })).id;
  // Oversight takes the key away.
  key = join(folder, 'taken.key');
  await rename(made, key);
});
afterAll(async () => {
  for (const work of node.background.toReversed()) await work.stop();
  await node.close();
  await database.close();
  await rm(folder, { recursive: true });
});

async function open(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await main(['screening', 'open-query', ...args], {
    stdin: Readable.from(['']),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: { ENTENTE_DATABASE_URL: database.url, ENTENTE_KEY_FILE: database.keyFile, ENTENTE_DATA_DIR: folder },
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

const reason = ['--reason', 'Complaint 17/2026'];

describe('entente screening open-query', () => {
  test('opens a question with the key that oversight took away, and the reason is on record', async () => {
    const { code, out, err } = await open(check, '--key', key, ...reason);
    expect(code, err).toBe(0);
    const opened = JSON.parse(out);
    expect(opened).toMatchObject({
      check,
      question: { request: { by: 'identity', identity: { names: ['Nikto Nigdenko'] } } },
    });
    expect(await readLogParts(database, opened.record)).toEqual([{ name: 'reason', text: 'Complaint 17/2026' }]);
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE id = ${opened.record}`.execute(database.db);
    expect(JSON.parse(rows[0]!.content)).toMatchObject({
      event: 'screening.query-opened',
      actor: { kind: 'operator', id: 'screening open-query' },
      facts: { where: 'key-file' },
    });
  });

  test('says in a sentence what is wrong with the key, the check or the call, and prints nothing of the question', async () => {
    const stranger = join(folder, 'stranger.key');
    await writeFile(stranger, encodeOpeningKey(generateOpeningKey()), { mode: 0o600 });
    const wide = join(folder, 'wide.key');
    await writeFile(wide, encodeOpeningKey(generateOpeningKey()));
    await chmod(wide, 0o644);
    const calls: [string[], number, RegExp][] = [
      [[check, '--key', join(folder, 'nowhere'), ...reason], 3, /there is no key file/],
      [[check, '--key', stranger, ...reason], 3, /does not open the question/],
      [[check, '--key', wide, ...reason], 3, /can be read by others/],
      [[check, '--key', join(folder, 'list.txt'), ...reason], 3, /cannot be read|does not open/],
      [['00000000-0000-4000-8000-000000000000', '--key', key, ...reason], 3, /is not held/],
      [[check, '--key', key], 2, /--reason/],
      [[check, '--key', key, '--reason', 'why'], 2, /--reason/],
      [[check, ...reason], 2, /--key/],
      [['that-check', '--key', key, ...reason], 2, /no id of a check/],
    ];
    await writeFile(join(folder, 'list.txt'), 'no key at all', { mode: 0o600 });
    for (const [args, code, says] of calls) {
      const said = await open(...args);
      expect(said, args.join(' ')).toMatchObject({ code, out: '' });
      expect(said.err, args.join(' ')).toMatch(says);
      expect(said.err).not.toContain('Nigdenko');
    }
  });
});
