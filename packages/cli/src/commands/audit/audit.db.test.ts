import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordEvent } from '@entente/node/capabilities/audit/index';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { type TestNode, testNode } from '@entente/testkit/node';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../command.ts';
import { main } from '../../main.ts';

let database: TestDatabase;
let node: TestNode;
let folder: string;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'entente-cli-audit-'));
  node = await testNode(database, { env: { ENTENTE_NODE_KEY_FILE: join(folder, 'node.key') } });
  for (let at = 0; at < 5; at++) {
    ({ id } = await database.db.transaction().execute((tx) =>
      recordEvent(tx, {
        at: new Date(),
        event: 'screening.checked',
        actor: { kind: 'officer', id: 'aigerim' },
        case: at > 2 ? 'KZ-7' : undefined,
        outcome: 'done',
        parts: [{ name: 'traveller', text: `traveller ${at}` }],
      }),
    ));
  }
  await node.background.find(({ name }) => name === 'audit folding')!.start();
  await untilFolded();
});
afterAll(async () => {
  await node.background.find(({ name }) => name === 'audit folding')!.stop();
  await node.http.close();
  await database.close();
  await rm(folder, { recursive: true });
});

async function untilFolded(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ pending: number }>`
      SELECT count(*) AS pending FROM audit.record WHERE position IS NULL`.execute(database.db);
    if (rows[0]!.pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const run = (...args: string[]) => runOn(database.url, args);

async function runOn(url: string, args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await main(args, {
    stdin: process.stdin,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: {
      ENTENTE_DATABASE_URL: url,
      ENTENTE_KEY_FILE: database.keyFile,
      ENTENTE_DATA_DIR: folder,
      ENTENTE_NODE_KEY_FILE: join(folder, 'node.key'),
    },
    signal: new AbortController().signal,
  });
  return { code, out: out.join(''), err: err.join('') };
}

describe('entente audit verify', () => {
  test('says yes to an untouched log, keeps its head, and compares with it the next time', async () => {
    const pin = join(folder, 'pin.txt');
    const first = await run('audit', 'verify', '--checkpoint', pin);
    expect(first).toMatchObject({ code: EXIT.ok, err: '' });
    expect(first.out).toMatch(/^The log kz\.localhost\/log verifies: \d+ records/);
    expect(first.out).toContain("Checked with the key of the node's key file");
    expect(await readFile(pin, 'utf8')).toMatch(/^kz\.localhost\/log\n\d+\n/);
    const again = await run('audit', 'verify', '--checkpoint', pin, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ verifies: true, faults: [] });
  });

  test('says no, and where, once a byte of a record has changed in the database', async () => {
    const change = async (from: string, to: string) => {
      await database.pool.query('ALTER TABLE audit.record DISABLE TRIGGER USER');
      await database.pool.query('UPDATE audit.record SET content = replace(content, $1, $2) WHERE id = $3', [
        from,
        to,
        id,
      ]);
      await database.pool.query('ALTER TABLE audit.record ENABLE TRIGGER USER');
    };
    await change('aigerim', 'aigerin');
    const answer = await run('audit', 'verify');
    await change('aigerin', 'aigerim');
    expect(answer.code).toBe(EXIT.no);
    expect(answer.out).toContain(`(${id}): the content does not have the stored leaf hash [leaf-hash]`);
    expect((await run('audit', 'verify')).code).toBe(EXIT.ok);
  });

  test('says no to a log that is shorter than the head seen earlier', async () => {
    const pin = join(folder, 'pin-later.txt');
    await run('audit', 'verify', '--checkpoint', pin);
    const other = await testDatabase();
    const younger = await testNode(other, {
      env: { ENTENTE_NODE_KEY_FILE: join(folder, 'node.key') },
      demonstration: false,
    });
    await younger.http.close();
    const answer = await runOn(other.url, ['audit', 'verify', '--checkpoint', pin]);
    await other.close();
    expect(answer.code).toBe(EXIT.no);
    expect(answer.out).toContain('[rolled-back]');
  });

  test('is a matter of usage when the call is off', async () => {
    expect((await run('audit', 'verify', 'everything')).code).toBe(EXIT.usage);
    expect((await run('audit', 'verify', '--file', join(folder, 'nowhere'))).code).toBe(EXIT.failed);
  });
});

describe('entente audit prove', () => {
  test('writes a proof, says how to check it, and is on record', async () => {
    const file = join(folder, 'proof.json');
    expect(await run('audit', 'prove', id, '--out', file)).toMatchObject({ code: EXIT.ok, out: '' });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      format: 'entente-record-proof/1',
      content: { id },
    });
    const { rows } = await sql<{ content: string }>`
      SELECT content FROM audit.record WHERE event = 'audit.proven'`.execute(database.db);
    expect(JSON.parse(rows[0]!.content)).toMatchObject({
      actor: { kind: 'operator', id: 'audit prove' },
      subject: { ref: id },
    });
  });

  test('refuses what is no record', async () => {
    expect((await run('audit', 'prove')).code).toBe(EXIT.usage);
    expect((await run('audit', 'prove', 'x')).code).toBe(EXIT.usage);
    const unknown = await run('audit', 'prove', '00000000-0000-7000-8000-000000000000');
    expect(unknown).toMatchObject({ code: EXIT.failed, err: expect.stringContaining('holds no such record') });
  });
});

describe('entente audit export', () => {
  test('writes a log that verifies, whole or selected, readable by its owner alone', async () => {
    await untilFolded();
    for (const args of [[], ['--parts'], ['--case', 'KZ-7']]) {
      const file = join(folder, 'export.jsonl');
      expect(await run('audit', 'export', '--out', file, ...args)).toMatchObject({ code: EXIT.ok, out: '' });
      expect(await run('audit', 'verify', '--file', file)).toMatchObject({ code: EXIT.ok, err: '' });
      const text = await readFile(file, 'utf8');
      expect(text.includes('traveller 4')).toBe(args.includes('--parts'));
      await writeFile(file, text.replace('"done"', '"dope"'));
      expect((await run('audit', 'verify', '--file', file)).code).toBe(EXIT.no);
      await untilFolded();
    }
  });

  test('refuses a time that is none', async () => {
    const answer = await run('audit', 'export', '--out', join(folder, 'x'), '--from', 'yesterday');
    expect(answer.code).toBe(EXIT.failed);
  });
});
