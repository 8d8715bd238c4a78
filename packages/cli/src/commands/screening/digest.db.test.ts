import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type TestNode, testNode } from '@entente/testkit/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

let folder: string;
let database: TestDatabase;
let node: TestNode;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-digest-'));
  database = await testDatabase();
  node = await testNode(database);
});
afterAll(async () => {
  await node.close();
  await database.close();
  await rm(folder, { recursive: true });
});

async function digest(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await main(['screening', 'digest', ...args], {
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

describe('entente screening digest', () => {
  test('prints the digests of a node, of no alerts too', async () => {
    const { code, out } = await digest('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      owners: {},
      alerts: expect.stringMatching(/^[0-9a-f]{64}$/),
      questions: 20,
    });
    expect((await digest()).out).toMatch(
      /^alerts {4}[0-9a-f]{64} {2}none\nanswers {3}[0-9a-f]{64} {2}20 questions\nunicode/,
    );
  });

  test('takes references from a file, and says what is wrong with what it is given', async () => {
    const file = join(folder, 'references');
    await writeFile(file, 'KZ-2026-000001\n');
    expect(await digest('KZ', '--of', file)).toMatchObject({ code: 0 });
    expect(await digest('Kazakhstan')).toMatchObject({ code: 2, err: expect.stringContaining('two capital letters') });
    expect((await digest('--of', join(folder, 'nothing'))).err).toContain('no such file');
  });
});
