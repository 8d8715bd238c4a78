import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyPackage, findBinaries, findPackage } from './binaries.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'entente-binaries-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('the programs run where npm put them', () => {
  const { postgres } = findBinaries({ folder: home, cluster: '', socket: '', logFile: '', account: undefined });
  expect(execFileSync(postgres, ['--version'], { encoding: 'utf8' })).toContain('(PostgreSQL) 18.');
});

test('a copy runs by itself: each of its links leads to a library within it', () => {
  const { root, version } = findPackage();
  const copy = copyPackage(root, home, version);
  const libraries = join(copy, 'native', 'lib');
  const links = readdirSync(libraries).filter((name) => lstatSync(join(libraries, name)).isSymbolicLink());
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    expect(isAbsolute(readlinkSync(join(libraries, link)))).toBe(false);
    expect(existsSync(join(libraries, link))).toBe(true);
  }
  const initdb = join(copy, 'native', 'bin', 'initdb');
  expect(execFileSync(initdb, ['--version'], { encoding: 'utf8' })).toContain('(PostgreSQL) 18.');
});

test('a copy is made once, and that of another version makes room for it', () => {
  const { root } = findPackage();
  const first = copyPackage(root, home, '18.1');
  const made = lstatSync(first).ctimeMs;
  expect(copyPackage(root, home, '18.1')).toBe(first);
  expect(lstatSync(first).ctimeMs).toBe(made);
  copyPackage(root, home, '18.2');
  expect(readdirSync(home)).toEqual(['postgresql-18.2']);
});
