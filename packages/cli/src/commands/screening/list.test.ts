import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { writeDemonstrationList } from '@entente/testkit/people/demonstration-list';
import { LISTED_NAMESAKE } from '@entente/testkit/people/demonstration-people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-'));
  await writeFile(join(folder, 'list.xml'), writeDemonstrationList());
});
afterAll(() => rm(folder, { recursive: true }));

async function run(content: string | Buffer, ...args: string[]) {
  const path = join(folder, 'bus.csv');
  await writeFile(path, content);
  let [out, err] = ['', ''];
  const code = await main(['screening', 'list', path, ...args], {
    stdin: Readable.from([]) as NodeJS.ReadableStream,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    signal: new AbortController().signal,
  });
  const lines = out.split('\n').filter(Boolean);
  return { code, err, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const { given, family, passport } = LISTED_NAMESAKE;
const BUS = `name,birth date,passport\nNikto Nigdekin,1971-02-03,QX1\n${given} ${family},1959-11-02,${passport!.number}\nX Y,31.02.1971,QX2\n`;

describe('entente screening list', () => {
  test('answers for everybody, those who may be meant first, and names each row that was not checked', async () => {
    const { code, err, answers } = await run(BUS, '--list', `un-sc:${join(folder, 'list.xml')}`);
    expect(answers.map(({ line, hit }) => [line, hit])).toEqual([
      [3, true],
      [2, false],
    ]);
    expect(err).toContain('line 4: not checked (unreadable-date: 31.02.1971)');
    expect(code).toBe(1);
  });

  test('shows without lists how people were read', async () => {
    const { answers } = await run(BUS);
    expect(answers[0]).toEqual({
      line: 2,
      request: {
        by: 'identity',
        identity: { names: ['Nikto Nigdekin'], birthDate: '1971-02-03' },
        documents: [{ number: 'QX1' }],
      },
    });
  });

  test('guesses no encoding, and reads one that is named', async () => {
    const cyrillic = Buffer.from([0xc8, 0xec, 0xff, 0x0a, 0xc8, 0xe2, 0xe0, 0xed, 0x0a]);
    expect(await run(cyrillic)).toMatchObject({ code: 3, err: expect.stringContaining('unknown-encoding') });
    const { answers, code } = await run(cyrillic, '--encoding', 'windows-1251');
    expect(answers).toEqual([{ line: 2, request: { by: 'identity', identity: { names: ['Иван'] } } }]);
    expect(code).toBe(0);
    expect((await run(cyrillic, '--encoding', 'koi8')).code).toBe(2);
  });
});
