import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataFolder } from './data-folder.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'entente-folder-'));
});
afterAll(() => rmSync(root, { recursive: true }));

test('a data folder is its owner’s alone, also one that was open before', () => {
  const folder = makeDataFolder(join(root, 'new', 'KZ'));
  chmodSync(folder, 0o777);
  makeDataFolder(folder);
  // Under root others may pass through, and still see nothing.
  expect(statSync(folder).mode & 0o666).toBe(0o600);
});

test('folders made on the way to it are open to pass, since under root the database has an account of its own', () => {
  makeDataFolder(join(root, 'on-the-way', 'KZ'));
  expect(statSync(join(root, 'on-the-way')).mode & 0o111).toBe(0o111 & ~process.umask());
});

test('one that cannot be made is named, with why and what to change', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(() => makeDataFolder(file)).toThrow(
    `The data folder ${file} cannot be used: there is a file of that name on its path. Set ENTENTE_DATA_DIR`,
  );
  expect(() => makeDataFolder(join(file, 'KZ'))).toThrow('there is a file of that name');
});
