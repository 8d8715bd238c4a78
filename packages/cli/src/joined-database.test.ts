import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT, type Io } from './command.ts';
import { main } from './main.ts';

test('a mistyped data folder is named and not made', async () => {
  const folder = join(tmpdir(), 'entente-no-such-folder');
  const told: string[] = [];
  const io: Io = {
    stdin: process.stdin,
    out: (text) => told.push(text),
    err: (text) => told.push(text),
    env: { ENTENTE_DATA_DIR: folder },
    signal: new AbortController().signal,
  };
  for (const words of [
    ['audit', 'verify'],
    ['lists', 'show'],
  ]) {
    expect(await main(words, io)).toBe(EXIT.failed);
    expect(told.join('')).toContain(folder);
    expect(existsSync(folder)).toBe(false);
  }
});
