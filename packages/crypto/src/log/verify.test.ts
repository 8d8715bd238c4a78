import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes.ts';
import { serialiseCanonical } from '../canonical.ts';
import { parseJson } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { hashLeaf } from '../tlog/hash.ts';
import {
  type ExportedRecord,
  type ExportHeader,
  readHeader,
  readRecord,
  writeHeader,
  writeLost,
  writeRecord,
} from './export.ts';
import { verifyProof } from './proof.ts';
import { type Trust, verifyLog } from './verify.ts';
import { verifySelection } from './verify-selection.ts';

const read = (name: string) => readFileSync(new URL(`../../../../vectors/audit/${name}`, import.meta.url), 'utf8');
const facts: { verifierKey: string; leafHashes: string[] } = JSON.parse(read('log.json'));

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

/** A line whose record is held. */
function readHeld(line: string, header: ExportHeader): ExportedRecord {
  const record = readRecord(line, header);
  if ('lostHash' in record) throw new Error('a lost record');
  return record;
}

/** Reads an export as a reader does and checks it; faults by code. */
async function check(text: string, trust: Trust = { verifierKey: facts.verifierKey }): Promise<string[]> {
  const [first, ...rest] = text.trimEnd().split('\n');
  const header = readHeader(first!);
  const verdict = header.complete
    ? await verifyLog(
        {
          ...header,
          records: each(rest.map((line) => readRecord(line, header))),
          checkpoints: each([{ size: header.size, note: header.checkpoint }]),
        },
        trust,
      )
    : await verifySelection(header, each(rest.map((line) => readHeld(line, header))), trust.verifierKey);
  return verdict.faults.map(({ code }) => code);
}

/** The export with one record changed. */
function change(text: string, index: number, alter: (record: ExportedRecord) => void): string {
  const [first, ...rest] = text.trimEnd().split('\n');
  const header = readHeader(first!);
  const records = rest.map((line) => readHeld(line, header));
  alter(records[index]!);
  return writeHeader(header) + records.map(writeRecord).join('');
}

const LOGS = ['log.jsonl', 'log-with-parts.jsonl', 'selection.jsonl'];

describe('published example logs', () => {
  test.each(LOGS)('%s verifies, and reads and writes back the same bytes', async (name) => {
    expect(await check(read(name))).toEqual([]);
    expect(change(read(name), 0, () => {})).toBe(read(name));
  });

  test('leaf hashes are those published', () => {
    const [, ...lines] = read('log.jsonl').trimEnd().split('\n');
    const header = readHeader(read('log.jsonl').split('\n')[0]!);
    expect(lines.map((line) => toHex(hashLeaf(readHeld(line, header).content)))).toEqual(facts.leafHashes);
  });

  test('the proof holds, with the key known and without', () => {
    const proof = parseJson(read('proof.json'));
    expect(verifyProof(proof, facts.verifierKey)).toMatchObject({ index: 5, size: 10, origin: 'example.org/log' });
    expect(verifyProof(proof)).toMatchObject({ leaf: { event: 'screening.checked', case: 'EX-2018/1' } });
  });

  test('the log grew from its earlier head, and from no other', async () => {
    expect(await check(read('log.jsonl'), { pinned: read('checkpoint-4.txt') })).toEqual([]);
    expect(await check(read('log.jsonl'), { pinned: read('checkpoint-4-other.txt') })).toEqual(['rolled-back']);
  });
});

describe('a record there as a hash alone', () => {
  test('reads and writes back, and fails while no later leaf says that it was lost', async () => {
    const lines = read('log.jsonl').trimEnd().split('\n');
    const lost = writeLost({ index: 3, lostHash: fromHex(facts.leafHashes[3]!, 32, 'malformed-leaf') });
    expect(readRecord(lost.trimEnd(), readHeader(lines[0]!))).toMatchObject({ index: 3 });
    expect(await check(lines.with(4, lost.trimEnd()).join('\n'))).toEqual(['loss-unlogged']);
  });

  test('is no part of a selection', () => {
    const header = { ...readHeader(read('log.jsonl').split('\n')[0]!), complete: false };
    const lost = writeLost({ index: 3, lostHash: new Uint8Array(32) });
    expect(() => readRecord(lost.trimEnd(), header)).toThrow(Refusal);
  });
});

describe('one byte changed', () => {
  test.each(LOGS)('anywhere in %s is seen', async (name) => {
    const bytes = Buffer.from(read(name));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 127 }), async (at, difference) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= difference;
        let faults: string[];
        try {
          faults = await check(new TextDecoder('utf-8', { fatal: true }).decode(changed));
        } catch (error) {
          expect(error instanceof Refusal || error instanceof TypeError, String(error)).toBe(true);
          return;
        }
        expect(faults).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('anywhere in a proof is seen', () => {
    const bytes = Buffer.from(serialiseCanonical(parseJson(read('proof.json'))));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => verifyProof(parseJson(changed.toString('latin1')), facts.verifierKey), `byte ${at}`).toThrow(
        Refusal,
      );
    }
  });
});

describe('what the verifier says', () => {
  const parts = read('log-with-parts.jsonl');

  test.each<[string, number, (record: ExportedRecord) => void, string]>([
    ['a record out of its place', 2, (record) => void Object.assign(record, { index: 7 }), 'position'],
    ['a part left out', 1, (record) => void record.parts!.pop(), 'part-missing'],
    [
      'a part added',
      0,
      (record) => void record.parts!.push({ name: 'x', salt: new Uint8Array(32), text: '', erasedBy: null }),
      'part-unknown',
    ],
    ['a text changed', 1, (record) => void Object.assign(record.parts![0]!, { text: 'somebody else' }), 'part-changed'],
    [
      'a text gone',
      1,
      (record) => void Object.assign(record.parts![0]!, { salt: null, text: null }),
      'erasure-unlogged',
    ],
    [
      'a text gone, its salt kept',
      1,
      (record) => void Object.assign(record.parts![0]!, { text: null }),
      'part-changed',
    ],
    [
      'an erased text back',
      3,
      (record) => void Object.assign(record.parts![0]!, { salt: new Uint8Array(32), text: '' }),
      'erasure-undone',
    ],
  ])('%s', async (_, index, alter, code) => {
    expect(await check(change(parts, index, alter))).toContain(code);
  });

  test('a log cut short, a record left out, a record twice', async () => {
    const lines = parts.split('\n');
    expect(await check(lines.slice(0, -3).join('\n'))).toContain('size');
    expect(await check(lines.toSpliced(4, 1).join('\n'))).toContain('position');
    expect(await check(lines.toSpliced(4, 0, lines[4]!).join('\n'))).toContain('position');
  });

  test('another key than the one known', async () => {
    const stranger = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(await check(parts, { verifierKey: stranger })).toEqual(expect.arrayContaining(['key', 'signature']));
    expect(await check(read('selection.jsonl'), { verifierKey: stranger })).toContain('key');
    expect(() => verifyProof(parseJson(read('proof.json')), stranger)).toThrow('another key');
  });
});

describe('proofs that are none', () => {
  const proof = parseJson(read('proof.json')) as { [key: string]: never };
  test.each<[string, unknown, string]>([
    ['a list', [], 'malformed-proof'],
    ['nothing', null, 'malformed-proof'],
    ['another format', { ...proof, format: 'entente-record-proof/2' }, 'malformed-proof'],
    ['no path', { ...proof, path: undefined }, 'malformed-proof'],
    ['a path longer than any tree is high', { ...proof, path: Array(54).fill('00'.repeat(32)) }, 'malformed-proof'],
    ['a path in capitals', { ...proof, path: ['AB'.repeat(32)] }, 'malformed-proof'],
    ['an index as text', { ...proof, index: '5' }, 'malformed-proof'],
    ['a negative index', { ...proof, index: -5 }, 'malformed-proof'],
    ['content that is no leaf', { ...proof, content: {} }, 'malformed-proof'],
    ['no key', { ...proof, verifierKey: '' }, 'malformed-key'],
    ['no checkpoint', { ...proof, checkpoint: '' }, 'malformed-note'],
  ])('%s', (_, value, code) => {
    expect(() => verifyProof(value as never)).toThrow(expect.objectContaining({ code }));
  });

  test('a proof with a key twice, which two readers would read differently', () => {
    const text = read('proof.json').replace('"index": 5', '"index": 4,\n  "index": 5');
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'duplicate-key' }));
  });
});
