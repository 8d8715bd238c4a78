import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { readKeyFile, replaceKeyFile } from '../sealing/key-file.ts';
import { foundKeyRing, withNewKey, withoutKeys } from '../sealing/key-ring.ts';
import { openRecordKeys } from './record-keys.ts';

const log = createLog('silent');
let database: TestDatabase;
let folder: string;
let file: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'entente-keys-'));
  file = join(folder, 'records.keys');
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const open = () => openRecordKeys(database.pool, file, log);

describe('the keys of a database', () => {
  test('are made with it, and found again', async () => {
    const sealed = (await open()).seal('a.b/1', 'Bekov');
    expect((await open()).open('a.b/1', sealed)).toBe('Bekov');
  });

  test('made by two processes at once are the same', async () => {
    const sealings = await Promise.all([open(), open(), open()]);
    const sealed = sealings[0]!.seal('a.b/1', 'Bekov');
    for (const sealing of sealings) expect(sealing.open('a.b/1', sealed)).toBe('Bekov');
  });

  test('are not made anew when the file is gone: nobody could read what was sealed', async () => {
    await open();
    rmSync(file);
    await expect(open()).rejects.toThrow(`The key file ${file} is missing, and the database holds personal data`);
    expect(readKeyFile(file)).toBeUndefined();
  });

  test('of another node are refused', async () => {
    await open();
    replaceKeyFile(file, foundKeyRing());
    await expect(open()).rejects.toThrow(`The key file ${file} belongs to another node's database.`);
  });

  test('from before a rotation are refused, the missing key by its name', async () => {
    await open();
    const before = readFileSync(file);
    const next = withNewKey(readKeyFile(file)!.ring);
    replaceKeyFile(file, next);
    await open();
    writeFileSync(file, before, { mode: 0o600 });
    await expect(open()).rejects.toThrow(
      `The key file ${file} lacks the key ${next.current.toString(16).padStart(8, '0')}, with which`,
    );
  });

  test('with one changed under its number are refused', async () => {
    await open();
    const { ring } = readKeyFile(file)!;
    const other = withNewKey({ ...ring, keys: new Map() });
    const forged = new Map([[ring.current, other.keys.get(other.current)!]]);
    replaceKeyFile(file, { ...ring, keys: forged });
    await expect(open()).rejects.toThrow('lacks the key');
  });

  test('with one more, from a rotation cut short, are taken as they are', async () => {
    await open();
    const next = withNewKey(readKeyFile(file)!.ring);
    replaceKeyFile(file, next);
    await open();
    replaceKeyFile(file, withoutKeys(next, [...next.keys.keys()]));
    await expect(open()).rejects.toThrow('lacks the key');
  });

  test('are nowhere in the database: it knows them by proofs', async () => {
    await open();
    const { ring } = readKeyFile(file)!;
    const { rows } = await database.pool.query<{ id: string; proof: Buffer }>(
      'SELECT id, proof FROM platform.record_key',
    );
    expect(rows.map(({ id }) => id).sort()).toContain('lookup');
    const secrets = [...ring.keys.values(), ring.lookup].map((key) => key.export().toString('hex'));
    for (const { proof } of rows) expect(secrets).not.toContain(proof.toString('hex'));
  });
});
