import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function compare(csv: string | Buffer): Promise<{ code: number; rows: Record<string, string>[]; err: string }> {
  const input = join(folder, 'pairs.csv');
  const output = join(folder, 'scores.csv');
  await rm(output, { force: true });
  await writeFile(input, csv);
  const { code, err } = await call(['names', 'compare', '--in', input, '--out', output]);
  const rows = code === 0 ? (parse(await readFile(output), { columns: true }) as Record<string, string>[]) : [];
  return { code, rows, err };
}

async function call(args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(args, {
    stdin: Readable.from([stdin]),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

describe('entente names compare', () => {
  test('each pair gets a score from 0 to 1, and other columns stay', async () => {
    const { code, rows } = await compare(
      'id,left,right,note\n1,Пётр Иванов,Petr Ivanov,a\n2,Petr Ivanov,王小红,"b, c"\n',
    );
    expect(code).toBe(0);
    expect(rows.map(({ id, note }) => [id, note])).toEqual([
      ['1', 'a'],
      ['2', 'b, c'],
    ]);
    expect(Number(rows[0]?.score)).toBeGreaterThan(0.9);
    expect(Number(rows[1]?.score)).toBeLessThan(0.3);
  });

  test('quotes, line breaks in fields, a byte order mark, CRLF and order of columns do not matter', async () => {
    const { rows } = await compare('\ufeffright,"left"\r\n"Ivanov\n""Petr""","Ivanov, Petr"\r\n\r\n,\r\n');
    expect(rows).toEqual([
      { right: 'Ivanov\n"Petr"', left: 'Ivanov, Petr', score: '1' },
      { right: '', left: '', score: '0' },
    ]);
  });

  test('a score column that is already there is replaced', async () => {
    const { rows } = await compare('left,score,right\nIvan,0.1,Ivan\n');
    expect(rows).toEqual([{ left: 'Ivan', right: 'Ivan', score: '1' }]);
  });

  test('a line with too few columns is named, and nothing is left behind', async () => {
    const { code, err } = await compare('left,right\na,b\nc\n');
    expect(code).toBe(3);
    expect(err).toContain('line 3');
    expect(await readdir(folder)).toEqual(['pairs.csv']);
  });

  test('an open quote, an empty file and missing columns are refused in a sentence', async () => {
    expect((await compare('left,right\n"a,b\n')).err).toContain('line 2');
    expect((await compare('')).err).toContain('is empty');
    expect((await compare('name,other\na,b\n')).err).toContain('columns left and right');
    expect((await call(['names', 'compare', '--in', join(folder, 'none'), '--out', '-'])).err).toContain('ENOENT');
    expect((await call(['names', 'compare', '--in', '-'])).code).toBe(2);
  });

  test('standard input and output are -', async () => {
    const { code, out } = await call(['names', 'compare', '--in', '-', '--out', '-'], 'left,right\nIvan,Иван\n');
    expect(code).toBe(0);
    expect(out).toBe('left,right,score\nIvan,Иван,0.99\n');
  });
});
