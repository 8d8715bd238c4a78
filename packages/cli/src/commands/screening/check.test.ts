import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { writeDemonstrationList } from '@entente/testkit/people/demonstration-list';
import {
  CLEAN_TRAVELLER_ZONE,
  DOCUMENT_HIT_ZONE,
  LISTED_BY_DOCUMENT,
  LISTED_BY_ORIGINAL_SCRIPT,
} from '@entente/testkit/people/demonstration-people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

let folder: string;
let list: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-'));
  list = `un-sc:${join(folder, 'list.xml')}`;
  await writeFile(join(folder, 'list.xml'), gzipSync(writeDemonstrationList()));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  code: number;
  answers: {
    id: unknown;
    hit: boolean | null;
    candidates: { list: string; ref: string; name: string }[];
    error?: string;
  }[];
  out: string;
  err: string;
}

async function run(args: string[], queries: unknown[] | string | Buffer): Promise<Run> {
  const lines = Array.isArray(queries) ? queries.map((query) => JSON.stringify(query)).join('\n') : queries;
  let [out, err] = ['', ''];
  const code = await main(['screening', 'check', ...args], {
    stdin: Readable.from([Buffer.from(lines as string)]) as NodeJS.ReadableStream,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    signal: new AbortController().signal,
  });
  const answers = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code, answers, out, err };
}

const streamed = () => ['--list', list, '--queries', '-', '--out', '-'];

describe('entente screening check', () => {
  test('answers each line in its order, with the list and its own reference', async () => {
    const { code, answers } = await run(streamed(), [
      { id: 1, mrz: DOCUMENT_HIT_ZONE },
      { id: 'two', mrz: CLEAN_TRAVELLER_ZONE },
      { id: 3, name: LISTED_BY_ORIGINAL_SCRIPT.original },
    ]);
    expect(code).toBe(0);
    expect(answers.map(({ id, hit }) => [id, hit])).toEqual([
      [1, true],
      ['two', false],
      [3, true],
    ]);
    expect(answers[0]?.candidates[0]).toMatchObject({ list: 'un-sc', ref: LISTED_BY_DOCUMENT.ref });
    expect(answers[2]?.candidates[0]).toMatchObject({ list: 'un-sc', ref: LISTED_BY_ORIGINAL_SCRIPT.ref });
    expect(Object.keys(answers[2]?.candidates[0] ?? {})).toEqual(['list', 'ref', 'name', 'score', 'evidence']);
  });

  test('a line that asks nothing is answered with its error and id, the rest is answered, and the exit code is 1', async () => {
    const { code, answers } = await run(streamed(), 'not json\n{"id":"x"}\n{"id":3,"name":"Nobody Atall"}\n');
    expect(code).toBe(1);
    expect(answers).toMatchObject([
      { id: null, hit: null, error: 'line 1: not JSON' },
      { id: 'x', hit: null, error: expect.stringContaining('line 2') },
      { id: 3, hit: false, candidates: [] },
    ]);
  });

  test('the same input gives the same bytes', async () => {
    const queries = [
      { id: 1, name: 'Nurlan Sarybaev' },
      { id: 2, mrz: DOCUMENT_HIT_ZONE },
    ];
    expect((await run(streamed(), queries)).out).toBe((await run(streamed(), queries)).out);
  });

  test('queries may be gzipped; cut ones are said to be so', async () => {
    const packed = gzipSync(JSON.stringify({ id: 1, mrz: DOCUMENT_HIT_ZONE }));
    expect((await run(streamed(), packed)).answers).toMatchObject([{ id: 1, hit: true }]);
    const { code, err } = await run(streamed(), packed.subarray(0, 40));
    expect(code).toBe(3);
    expect(err).toContain('cut or damaged');
  });

  test('thousands of queries go from file to file', async () => {
    const queries = Array.from({ length: 5_000 }, (_, id) =>
      JSON.stringify({ id, document: LISTED_BY_DOCUMENT.passport?.number }),
    );
    const [from, to] = [join(folder, 'queries.jsonl'), join(folder, 'answers.jsonl')];
    await writeFile(from, queries.join('\n'));
    const { code } = await run(['--list', list, '--queries', from, '--out', to], []);
    const answers = (await readFile(to, 'utf8')).trim().split('\n');
    expect(code).toBe(0);
    expect(answers).toHaveLength(5_000);
    expect(JSON.parse(answers[4_999] as string)).toMatchObject({ id: 4_999, hit: true });
  });

  test.each([
    [[], 2, '--list FORMAT:FILE is missing'],
    [['--list', 'un-sc', '--queries', '-', '--out', '-'], 2, 'is not FORMAT:FILE'],
    [['--list', 'interpol:x.xml', '--queries', '-', '--out', '-'], 2, 'is not FORMAT:FILE'],
    [['--list', 'un-sc:/nowhere.xml', '--queries', '-', '--out', '-'], 3, 'is not there'],
  ])('%j is refused with a reason', async (args, exit, reason) => {
    const { code, err } = await run(args, []);
    expect(code).toBe(exit);
    expect(err).toContain(reason);
  });

  test('queries that are not there are said to be so', async () => {
    const { code, err } = await run(['--list', list, '--queries', join(folder, 'no.jsonl'), '--out', '-'], []);
    expect(code).toBe(3);
    expect(err).toContain('ENOENT');
  });
});
