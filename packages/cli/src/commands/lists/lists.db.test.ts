import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../command.ts';
import { main } from '../../main.ts';

const CORPUS = fileURLToPath(new URL('../../../../node/corpus/lists/', import.meta.url));
const ENTENTE = fileURLToPath(new URL('../../entente.ts', import.meta.url));
let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'entente-cli-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]) {
  return await runUntil(new AbortController().signal, ...args);
}

async function runUntil(signal: AbortSignal, ...args: string[]) {
  const said = { out: '', err: '' };
  const code = await main(['lists', ...args], {
    stdin: process.stdin,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: { ENTENTE_DATABASE_URL: database.url, ENTENTE_KEY_FILE: database.keyFile, ENTENTE_DATA_DIR: folder },
    signal,
  });
  return { code, ...said };
}

describe('entente lists import', () => {
  test('prints counts that add up, and each problem with its place', async () => {
    const { code, out } = await run(
      'import',
      '--format',
      'un-sc',
      '--list',
      'invented',
      `${CORPUS}un-sc/missing-fields.xml`,
    );
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('read 4 = added 2 + changed 0 + unchanged 0 + refused 2');
    expect(out).toContain('missing-fields.xml, INDIVIDUALS/INDIVIDUAL[2], line 9: the record has no DATAID');
  });

  test('takes the folder of an OFAC set, and gives everything as JSON', async () => {
    const { code, out, err } = await run('import', '--format', 'ofac-sdn', `${CORPUS}ofac-sdn/plain`, '--json');
    expect([code, err]).toEqual([EXIT.ok, '']);
    expect(JSON.parse(out)).toMatchObject({
      import: {
        list: 'ofac-sdn',
        state: 'done',
        by: 'lists import',
        kinds: { person: 1, organisation: 1, vessel: 1, aircraft: 1 },
      },
      problems: [],
    });
  });

  test.each([
    [
      'a list in the wrong format',
      ['--format', 'un-sc', `${CORPUS}us-csl/plain.csv`],
      EXIT.failed,
      'Consolidated Screening List (us-csl)',
    ],
    ['a cut list', ['--format', 'un-sc', `${CORPUS}un-sc/cut.xml`], EXIT.failed, 'is cut'],
    [
      'a list with a billion laughs',
      ['--format', 'un-sc', `${CORPUS}un-sc/billion-laughs.xml`],
      EXIT.failed,
      'DOCTYPE',
    ],
    ['a file that is not there', ['--format', 'un-sc', `${CORPUS}gone.xml`], EXIT.failed, 'is not there'],
    ['no file', ['--format', 'un-sc'], EXIT.usage, 'no file was given'],
    ['no format', ['x.xml'], EXIT.usage, '--format is missing'],
    ['an unknown format', ['--format', 'interpol', 'x.xml'], EXIT.usage, 'the formats are un-sc'],
    ['an unknown list', ['--format', 'un-sc', '--list', 'mine', 'x.xml'], EXIT.usage, '"mine" is no list'],
    [
      'a list of another format',
      ['--format', 'us-csl', '--list', 'invented', 'x.csv'],
      EXIT.failed,
      'not published in that format',
    ],
  ])('refuses %s', async (_, args, exit, said) => {
    const { code, out, err } = await run('import', ...args);
    expect(code).toBe(exit);
    expect(out + err).toContain(said);
  });

  test('ended by Ctrl-C changes nothing', async () => {
    const { code, out } = await runUntil(
      AbortSignal.abort(),
      'import',
      '--format',
      'us-csl',
      `${CORPUS}us-csl/plain.csv`,
    );
    expect(code).toBe(EXIT.failed);
    expect(out).toContain('The import was aborted');
    expect((await run('show', 'us-csl')).out).toContain('never imported');
  });

  test('shows its progress where it is asked to', async () => {
    const { err } = await run('import', '--format', 'eu-fsf', `${CORPUS}eu-fsf/plain.xml`, '--progress');
    expect(err).toContain('\u001b[K');
  });
});

test('an import whose process is killed has changed nothing, and is told as interrupted at the next one', async () => {
  await run('import', '--format', 'uk-sl', `${CORPUS}uk-sl/plain.csv`);
  const before = (await run('show', 'uk-sl')).out;
  const header = (await readFile(`${CORPUS}uk-sl/plain.csv`, 'utf8')).split('\n').slice(0, 2);
  const row = (at: number) => `,K${at},,,PERSON${at},${','.repeat(12)}Invented regime,Individual${','.repeat(40)}`;
  const path = join(folder, 'many.csv');
  await writeFile(path, [...header, ...Array.from({ length: 60_000 }, (_, at) => row(at))].join('\n'));
  const child = spawn(process.execPath, [ENTENTE, 'lists', 'import', '--format', 'uk-sl', path], {
    env: {
      PATH: process.env.PATH,
      ENTENTE_DATABASE_URL: database.url,
      ENTENTE_KEY_FILE: database.keyFile,
      ENTENTE_DATA_DIR: folder,
    },
    stdio: 'ignore',
  });
  await expect.poll(() => openImports(), { timeout: 30_000 }).toContainEqual({ state: 'reading', begun: true });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await run('show', 'uk-sl')).out).toBe(before);
  await expect
    .poll(async () => (await run('import', '--format', 'uk-sl', `${CORPUS}uk-sl/plain.csv`)).code)
    .toBe(EXIT.ok);
  const { rows } = await sql`SELECT failure_code FROM alerts.import WHERE state = 'failed' AND list = 'uk-sl'`.execute(
    database.db,
  );
  expect(rows).toEqual([{ failure_code: 'import-interrupted' }]);
});

async function openImports(): Promise<unknown[]> {
  const { rows } = await sql`SELECT state, bytes_read > 0 AS begun FROM alerts.import WHERE ended_at IS NULL`.execute(
    database.db,
  );
  return rows;
}

describe('a basis', () => {
  test('is stated, shown and withdrawn', async () => {
    const basis = 'Act on targeted financial sanctions (invented)';
    expect((await run('show', 'un-sc')).out).toContain('silent at the desk');
    expect(await run('state-basis', 'un-sc', '--basis', basis, '--action', 'freeze')).toMatchObject({ code: EXIT.ok });
    const [shown] = JSON.parse((await run('show', 'un-sc', '--json')).out);
    expect(shown).toMatchObject({
      id: 'un-sc',
      basis: { legalBasis: basis, action: 'freeze', statedBy: 'lists state-basis' },
    });
    expect(await run('withdraw-basis', 'un-sc')).toMatchObject({ code: EXIT.ok });
    expect((await run('show', 'un-sc')).out).toContain('silent at the desk');
  });

  test.each([
    [
      'an arrest',
      ['un-sc', '--basis', 'Act on targeted sanctions', '--action', 'arrest'],
      '--action is one of freeze, refuse-visa, inform',
    ],
    ['no act', ['un-sc', '--action', 'freeze'], '--basis names the act'],
    ['too little of an act', ['un-sc', '--basis', 'a law', '--action', 'freeze'], '--basis names the act'],
    ['no list', ['--basis', 'Act on targeted sanctions', '--action', 'freeze'], 'a list is missing'],
  ])('is not stated with %s', async (_, args, said) => {
    expect(await run('state-basis', ...args)).toMatchObject({ code: EXIT.usage, err: expect.stringContaining(said) });
  });
});
