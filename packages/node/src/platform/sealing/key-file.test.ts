import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { foundKeyFile, readKeyFile, replaceKeyFile } from './key-file.ts';
import { foundKeyRing, withNewKey } from './key-ring.ts';
import { keyFileSource } from './key-source.ts';
import { createSealing } from './sealing.ts';

const log = createLog('silent');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-keys-'));
  file = join(folder, 'keys', 'records.keys');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key file', () => {
  test('is made for its owner alone, with nothing left beside it', () => {
    foundKeyFile(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['records.keys']);
  });

  test('made by two at once is one, and both have its keys', () => {
    const [one, other] = [foundKeyFile(file), foundKeyFile(file)];
    expect(other.ring.current).toBe(one.ring.current);
    expect(other.ring.lookup.equals(one.ring.lookup)).toBe(true);
  });

  test('that others can read is refused, with what to do', () => {
    foundKeyFile(file);
    chmodSync(file, 0o640);
    expect(() => readKeyFile(file)).toThrow(`can be read by others. Run: chmod 600 ${file}`);
  });

  test('that is not there is nobody’s fault yet', () => {
    expect(readKeyFile(file)).toBeUndefined();
  });

  test('that is damaged is refused by its name, without its text', () => {
    foundKeyFile(file);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -20));
    expect(() => readKeyFile(file)).toThrow(`The key file ${file} cannot be used: it is no JSON object.`);
  });

  test('replaced is there whole, for its owner alone', () => {
    const { ring } = foundKeyFile(file);
    const next = withNewKey(ring);
    replaceKeyFile(file, next);
    expect(readKeyFile(file)?.ring.current).toBe(next.current);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['records.keys']);
  });
});

describe('a process that runs', () => {
  const open = () => createSealing(keyFileSource(file, foundKeyFile(file), log));
  const keyOf = (sealed: Buffer) => sealed.readUInt32BE(1);

  test('seals by a replaced file’s key within a second, and opens by it at once', async () => {
    const [reader, writer] = [open(), open()];
    const before = writer.seal('a.b/1', 'before');
    const next = withNewKey(readKeyFile(file)!.ring);
    replaceKeyFile(file, next);
    const other = open();
    expect(reader.open('a.b/1', other.seal('a.b/1', 'after'))).toBe('after');
    expect(reader.open('a.b/1', before)).toBe('before');
    await pause(1100);
    expect(keyOf(writer.seal('a.b/1', 'later'))).toBe(next.current);
  });

  test('goes on with its keys when the file is damaged, open to others, or gone', async () => {
    const sealing = open();
    const current = readKeyFile(file)!.ring.current;
    for (const harm of [() => writeFileSync(file, 'harm'), () => chmodSync(file, 0o644), () => rmSync(file)]) {
      harm();
      await pause(1100);
      expect(keyOf(sealing.seal('a.b/1', 'still'))).toBe(current);
    }
  });

  test('does not take the keys of another node', async () => {
    const sealing = open();
    const sealed = sealing.seal('a.b/1', 'ours');
    replaceKeyFile(file, foundKeyRing());
    await pause(1100);
    expect(keyOf(sealing.seal('a.b/1', 'ours still'))).toBe(keyOf(sealed));
  });
});
