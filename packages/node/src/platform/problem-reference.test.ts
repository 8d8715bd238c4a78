import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCatalogues } from './problem-reference.ts';

const SOURCES = fileURLToPath(new URL('../', import.meta.url));

test('a code means one thing, wherever it comes from', async () => {
  const codes = (await readCatalogues()).flatMap(({ kinds }) => kinds.map(({ code }) => code));
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});

test('every documented problem can happen: some code answers with it', async () => {
  const program = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(^|\/)problems\.ts$/.test(name))
    .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
    .join('\n');
  const codes = (await readCatalogues()).flatMap(({ kinds }) => kinds.map(({ code }) => code));
  const unused = codes.filter((code) => !new RegExp(`['"\`]${code}['"\`]|\\.${code}\\b`).test(program));
  expect(unused).toEqual([]);
});

test('every problem has a status of refusal or failure, and says what to do in a sentence', async () => {
  for (const { kinds } of await readCatalogues()) {
    for (const { status, remedy } of kinds) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(remedy).toMatch(/\.$/);
    }
  }
});
