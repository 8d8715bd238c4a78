import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialiseCanonical } from '../canonical.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { readAct } from './act.ts';
import { readActFile } from './act-file.ts';
import { foldAct } from './fold.ts';
import type { Register } from './register.ts';

const file = readFileSync(new URL('../../../../vectors/acts/sco.register', import.meta.url), 'utf8');
const lines = file.trimEnd().split('\n').slice(1);
/** The register before each act. */
const before: (Register | null)[] = [null];
for (const line of lines) before.push(foldAct(before.at(-1)!, readAct(line)));

/** Replaces one value in a document, wherever it stands; `seed` chooses where. */
function replaceSomewhere(document: Json, seed: number, by: Json): Json {
  if (typeof document !== 'object' || document === null) return by;
  const keys = Object.keys(document);
  if (keys.length === 0 || seed % 7 === 0) return by;
  const key = keys[seed % keys.length]!;
  const inner = (document as Record<string, Json>)[key]!;
  const replaced = replaceSomewhere(inner, Math.floor(seed / keys.length), by);
  if (Array.isArray(document)) return document.with(Number(key), replaced);
  return { ...document, [key]: replaced };
}

/** Values that a reader trusts too easily. */
const odd = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    null,
    '',
    '__proto__',
    'constructor',
    'KZ',
    'kz',
    '0',
    -1,
    1e21,
    [],
    {},
    'A==',
    '\u0000',
    '9999-12-31T23:59:59.999Z',
  ),
);

function refusalsOnly(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

describe('an act from outside', () => {
  test('with anything in any place is refused, or is an act; nothing crashes the reader', () => {
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(), odd, (at, seed, by) => {
        const act = replaceSomewhere(JSON.parse(lines[at]!), seed, by);
        refusalsOnly(() => foldAct(before[at]!, readAct(serialiseCanonical(act))));
      }),
      { numRuns: 3000 },
    );
  });

  test('changed in any place does not become another act of the same members', () => {
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(), odd, (at, seed, by) => {
        const original = JSON.parse(lines[at]!);
        const statement = replaceSomewhere(original.statement, seed, by);
        fc.pre(serialiseCanonical(statement) !== serialiseCanonical(original.statement));
        expect(() => foldAct(before[at]!, readAct(serialiseCanonical({ ...original, statement })))).toThrow(Refusal);
      }),
      { numRuns: 1000 },
    );
  });

  test('as a file of any bytes is refused or read', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => refusalsOnly(() => readActFile(text))));
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(40), fc.string(), (at, cut, insert) =>
        refusalsOnly(() => readActFile(file.slice(0, at) + insert + file.slice(at + cut))),
      ),
    );
  });
});
