import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { ListFormat } from '@entente/contracts/alerts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS, ListFileError } from './item.ts';
import { openList } from './read.ts';

const CORPUS = fileURLToPath(new URL('../../../../corpus/lists/', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entente-hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a file comes to: how many records went in, or why it was refused. Anything else thrown is a failure. */
async function outcome(format: ListFormat, bytes: Uint8Array | string, limits = LIMITS): Promise<string> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, bytes);
  let subjects = 0;
  try {
    for await (const item of (await openList({ format, paths: [path], limits })).items()) {
      if (item.kind === 'subject') subjects += 1;
    }
    return `${subjects} read`;
  } catch (error) {
    if (!(error instanceof ListFileError)) throw error;
    return error.code;
  } finally {
    await rm(path);
  }
}

const HEAD = '<CONSOLIDATED_LIST><INDIVIDUALS>';
const RECORD = '<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>AISULU</FIRST_NAME></INDIVIDUAL>';
const TAIL = '</INDIVIDUALS></CONSOLIDATED_LIST>';

describe('a hostile file', () => {
  test('that swells without end when unpacked is left off early', async () => {
    const bomb = gzipSync(HEAD + RECORD + ' '.repeat(64 * 2 ** 20) + TAIL);
    expect(await outcome('un-sc', bomb)).toBe('list-hostile');
  });

  test('larger than any list is left off', async () => {
    const limits = { ...LIMITS, file: 1000 };
    expect(await outcome('un-sc', HEAD + RECORD.repeat(100) + TAIL, limits)).toBe('list-too-large');
  });

  test('with a text that never ends is left off', async () => {
    expect(await outcome('un-sc', `${HEAD}<INDIVIDUAL><COMMENTS1>${'x'.repeat(6 * 2 ** 20)}`)).toBe('list-hostile');
    expect(await outcome('un-sc', `${HEAD}<!--${'x'.repeat(6 * 2 ** 20)}`)).toBe('list-hostile');
    expect(await outcome('un-sc', `${HEAD}<INDIVIDUAL a="${'x'.repeat(6 * 2 ** 20)}`)).toBe('list-hostile');
  });

  test('with one record of two megabytes loses that record alone', async () => {
    const swollen = `<INDIVIDUAL><DATAID>2</DATAID>${`<COMMENTS1>${'x'.repeat(9999)}</COMMENTS1>`.repeat(210)}</INDIVIDUAL>`;
    expect(await outcome('un-sc', HEAD + RECORD + swollen + TAIL)).toBe('1 read');
  });

  test('packed is told by its content, whatever its name', async () => {
    expect(await outcome('un-sc', gzipSync(HEAD + RECORD + TAIL))).toBe('1 read');
  });

  test('packed and then damaged is refused', async () => {
    const packed = gzipSync(HEAD + RECORD.repeat(50) + TAIL);
    packed[40] = packed[40]! ^ 0xff;
    expect(['list-damaged', 'list-cut']).toContain(await outcome('un-sc', packed));
  });
});

describe('whatever happens to a file', () => {
  const FILES: [ListFormat, string][] = [
    ['un-sc', 'un-sc/plain.xml'],
    ['eu-fsf', 'eu-fsf/plain.xml'],
    ['us-csl', 'us-csl/plain.csv'],
    ['eu-oj', 'eu-oj/plain.csv'],
    ['uk-sl', 'uk-sl/plain.csv'],
  ];

  test.each(FILES)(
    '%s: bytes changed, cut out or put in, it is read or refused, never a crash',
    async (format, name) => {
      const whole = await readFile(CORPUS + name);
      const edit = fc.record({
        at: fc.nat(whole.length),
        remove: fc.nat(30),
        insert: fc.uint8Array({ maxLength: 12 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
          let bytes = whole;
          for (const { at, remove, insert } of edits) {
            bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
          }
          expect(await outcome(format, bytes)).toMatch(/^(\d+ read|list-[a-z-]+)$/);
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each(FILES)('%s: cut at any place, packed, it is refused', async (format, name) => {
    const packed = gzipSync(await readFile(CORPUS + name));
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      expect(await outcome(format, packed.subarray(0, Math.floor(packed.length * part)))).toBe('list-cut');
    }
  });

  test.each(['un-sc', 'eu-fsf'] as const)('%s: cut at any place, it is refused', async (format) => {
    const whole = await readFile(`${CORPUS}${format}/plain.xml`);
    const end = whole.lastIndexOf('>');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: end }), async (at) => {
        expect(['list-cut', 'list-empty']).toContain(await outcome(format, whole.subarray(0, at)));
      }),
      { numRuns: 60 },
    );
  });
});
