import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import specimens from '../../../../../vectors/mrz/specimens.json' with { type: 'json' };
import { main } from '../../main.ts';

const ZONES = specimens.zones.map(({ lines }) => lines.join('\n'));
const [PASSPORT, CARD] = ZONES as [string, string];

async function read(stdin: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(['mrz', 'read', '--today', specimens.today, ...args], {
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

async function readJson(stdin: string) {
  const { code, out } = await read(stdin, '--json');
  return {
    code,
    zones: out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('entente mrz read', () => {
  test('reads every zone of an input, one after the other', async () => {
    const { code, zones } = await readJson(ZONES.join('\n'));
    expect(code).toBe(0);
    expect(zones.map(({ reading }) => reading.format)).toEqual(specimens.zones.map(({ reading }) => reading.format));
    expect(zones.every(({ valid }) => valid)).toBe(true);
  });

  test('an empty line ends a zone that was cut, and the next is read whole', async () => {
    const { code, zones } = await readJson(`${PASSPORT.slice(0, 60)}\n\n${CARD}\n`);
    expect(code).toBe(1);
    expect(zones).toMatchObject([
      { valid: false, line: 1, missing: expect.arrayContaining(['birth-date']) },
      { valid: true, line: 4, reading: { format: 'TD1' } },
    ]);
  });

  test('says fields and verdicts in words', async () => {
    const { out } = await read(PASSPORT);
    expect(out).toContain('TD3, valid');
    expect(out).toMatch(/documentNumber\s+L898902C3/u);
    expect(out).toContain('composite: valid');
  });

  test('a zone that does not agree with a check digit ends in exit code 1', async () => {
    const { code, out } = await read(PASSPORT.replace('7408122', '7408123'));
    expect(code).toBe(1);
    expect(out).toContain('birth-date: invalid');
  });

  test('what is no zone is said, and an input without any is an error', async () => {
    expect((await read('good morning')).out).toContain('no zone');
    expect((await read('<'.repeat(100_000))).out).toContain('too-long');
    expect(await read('\n\n')).toMatchObject({ code: 3, err: expect.stringContaining('no zone in the input') });
  });

  test('reads files by name, and says when one is not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'entente-'));
    await writeFile(join(folder, 'zones.txt'), `${PASSPORT}\r\n`);
    expect((await read('', join(folder, 'zones.txt'))).code).toBe(0);
    expect(await read('', join(folder, 'none'))).toMatchObject({ code: 3, err: expect.stringContaining('ENOENT') });
    await rm(folder, { recursive: true });
  });

  test('a day that is none is refused', async () => {
    expect((await read(PASSPORT, '--today', 'tomorrow')).code).toBe(2);
  });
});
