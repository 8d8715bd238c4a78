import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { foundDemonstration, listOfficers } from '@entente/node/capabilities/access/index';
import { recordEvent } from '@entente/node/capabilities/audit/index';
import { SEALED_TABLES } from '@entente/node/compose';
import { systemClock } from '@entente/node/platform/clock';
import { createDatabase, type Database } from '@entente/node/platform/database/database';
import { openRecordKeys } from '@entente/node/platform/database/record-keys';
import { createLog } from '@entente/node/platform/log';
import type { Sealing } from '@entente/node/platform/sealing/sealing';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OFFICERS } from '@entente/testkit/officers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../main.ts';

const ENTENTE = fileURLToPath(new URL('../../entente.ts', import.meta.url));
const log = createLog('silent');
const OLD = '00000001';
/** Enough for a rotation to take some batches. */
const ROWS = 1500;

let database: TestDatabase;
let folder: string;
let keyFile: string;
/** The node beside which keys are rotated: it reads the key file as it goes. */
let node: { db: Database; sealing: Sealing };
beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'entente-rotation-'));
  keyFile = join(folder, 'records.keys');
  copyFileSync(database.keyFile, keyFile);
  node = await openNode();
  const officers = { authorities: DEMONSTRATION_AUTHORITIES, officers: DEMONSTRATION_OFFICERS };
  await foundDemonstration({ db: node.db, clock: systemClock }, { state: 'KZ', ...officers });
  await reportChanges(ROWS);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function openNode() {
  const sealing = await openRecordKeys(database.pool, keyFile, log);
  return { db: createDatabase(database.pool, sealing), sealing };
}

async function recordChecks(count: number, db = node.db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const parts = [{ name: 'traveller', text: `Жолаушы ${at}` }];
      const actor = { kind: 'node', id: 'KZ' } as const;
      await recordEvent(tx, { at: new Date(), actor, event: 'screening.checked', outcome: 'done', parts });
    }
  });
}

/** The report of an import that changed so many records. */
async function reportChanges(count: number): Promise<void> {
  const id = crypto.randomUUID();
  const { sealing } = node;
  await database.pool.query(
    `INSERT INTO alerts.import (id, list, format, state, started_at, started_by, personal, bytes_total)
     VALUES ($1, 'un-sc', 'un-sc', 'reading', now(), 'test', $2, 0)`,
    [id, sealing.seal(`alerts.import/${id}`, { files: [] })],
  );
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const personal = numbers.map((number) => sealing.seal(`alerts.import_change/${id}/${number}`, { name: 'Бекова' }));
  await database.pool.query(
    `INSERT INTO alerts.import_change (import, number, change, ref, kind, fields, personal)
     SELECT $1::uuid, number, 'added', 'QDi.1', 'person', '{}', personal
     FROM unnest($2::integer[], $3::bytea[]) AS incoming (number, personal)`,
    [id, numbers, personal],
  );
}

interface Run {
  code: number;
  out: string;
  err: string;
}

async function keys(args: string[], onErr: (text: string, abort: () => void) => void = () => {}): Promise<Run> {
  const said = { out: '', err: '' };
  const controller = new AbortController();
  const code = await main(['keys', ...args], {
    stdin: process.stdin,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
      onErr(text, () => controller.abort());
    },
    env: environment(),
    signal: controller.signal,
  });
  return { code, ...said };
}

const environment = () => ({
  ENTENTE_DATABASE_URL: database.url,
  ENTENTE_KEY_FILE: keyFile,
  ENTENTE_DATA_DIR: folder,
});

const fileKeys = () => Object.keys((JSON.parse(readFileSync(keyFile, 'utf8')) as { keys: object }).keys);
const currentKey = () => (JSON.parse(readFileSync(keyFile, 'utf8')) as { current: string }).current;

/** Opens every sealed value of the database at its place; by the key each is under, how many there are. */
async function openAll(sealing: Sealing): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name, key, column, place } of SEALED_TABLES) {
    const { rows } = await database.pool.query<{ key: string[]; sealed: Buffer }>(
      `SELECT ARRAY[${key.map((part) => `"${part}"::text`).join(', ')}] AS key, "${column}" AS sealed
       FROM ${name
         .split('.')
         .map((part) => `"${part}"`)
         .join('.')} WHERE "${column}" IS NOT NULL`,
    );
    for (const row of rows) {
      sealing.openBytes(place(...row.key), row.sealed);
      const id = row.sealed.toString('hex', 1, 5);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

const total = async () => [...(await openAll(node.sealing)).values()].reduce((sum, count) => sum + count, 0);

describe('keys', () => {
  test('are shown by their ids, with the records that need each', async () => {
    const { code, out } = await keys(['show', '--json']);
    expect(code).toBe(0);
    const [only, ...others] = JSON.parse(out);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ key: OLD, state: 'seals', records: await total() });
    expect(only.tables).toContainEqual({
      table: 'access.officer',
      column: 'personal',
      records: DEMONSTRATION_OFFICERS.length,
    });
    expect((await keys(['show'])).out).toContain(`${OLD}  seals and opens; ${await total()} records`);
  });

  test('are never printed', async () => {
    const { keys: secrets, lookup } = JSON.parse(readFileSync(keyFile, 'utf8'));
    const { out, err } = await keys(['rotate']);
    const shown = out + err + (await keys(['show'])).out + (await keys(['show', '--json'])).out;
    for (const secret of [...Object.values<string>(secrets), lookup]) expect(shown).not.toContain(secret);
  });

  test('rotate: every record opens by the new key, and nothing else of it has changed', async () => {
    const rows = await total();
    const { code, out, err } = await keys(['rotate', '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ key: currentKey(), resumed: false, unopened: 0, left: 0, retired: [] });
    expect(report.rewrapped).toBe(rows);
    expect(err).toContain(`added the key ${currentKey()}; ${rows} records to wrap`);
    expect([...(await openAll(node.sealing)).keys()]).toEqual([currentKey()]);
    expect(fileKeys()).toContain(OLD);
    expect((await listOfficers(node.db)).map(({ name }) => name)).toContain(DEMONSTRATION_OFFICERS[0]!.name);
  });

  test('are found by the same hashes after a rotation', async () => {
    const before = node.sealing.lookup('officer-name', 'a.serik');
    await keys(['rotate']);
    expect((await openNode()).sealing.lookup('officer-name', 'a.serik')).toEqual(before);
  });

  test('rotated and retired are gone: what a copy of a row holds from before opens no more', async () => {
    const { rows } = await database.pool.query<{ id: string; personal: Buffer }>(
      'SELECT id, personal FROM access.officer',
    );
    const copy = rows[0]!;
    const { out } = await keys(['rotate', '--retire', '--json']);
    expect(JSON.parse(out).retired).toEqual([OLD]);
    expect(fileKeys()).toEqual([currentKey()]);
    const fresh = await openNode();
    expect([...(await openAll(fresh.sealing)).keys()]).toEqual([currentKey()]);
    expect(() => fresh.sealing.open(`access.officer/${copy.id}`, copy.personal)).toThrow(
      'sealed under the key 00000001',
    );
    const { rows: proofs } = await database.pool.query<{ id: string }>(
      'SELECT id FROM platform.record_key ORDER BY id',
    );
    expect(proofs.map(({ id }) => id).sort()).toEqual([currentKey(), 'lookup'].sort());
  });

  test('leave a record in the log of what was done', async () => {
    await keys(['rotate', '--retire']);
    const { rows } = await database.pool.query<{ content: string }>(
      `SELECT content FROM audit.record WHERE event LIKE 'access.key%' ORDER BY id`,
    );
    const leaves = rows.map(({ content }) => JSON.parse(content));
    expect(leaves).toMatchObject([
      { event: 'access.key-added', actor: { kind: 'operator', id: 'keys rotate' }, facts: { key: currentKey() } },
      { event: 'access.keys-rotated', facts: { key: currentKey(), retired: OLD, unopened: 0, left: 0 } },
    ]);
  });
});

describe('a rotation', () => {
  test('stopped goes on where it was, without another key', async () => {
    const stopped = await keys(['rotate'], (text, abort) => text.includes(' of ') && abort());
    expect([stopped.code, stopped.err]).toEqual([3, expect.stringContaining('stopped; nothing is lost')]);
    const key = currentKey();
    const halfway = await openAll(node.sealing);
    expect([...halfway.keys()].sort()).toEqual([OLD, key].sort());
    const again = await keys(['rotate']);
    expect(again.err).toContain(`going on with the key ${key}; ${halfway.get(OLD)} records to wrap`);
    expect([...(await openAll(node.sealing)).keys()]).toEqual([key]);
    expect(fileKeys().sort()).toEqual([OLD, key].sort());
  });

  test('killed goes on where it was', async () => {
    const child = spawn(process.execPath, [ENTENTE, 'keys', 'rotate'], {
      env: { PATH: process.env.PATH, ...environment() },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await untilSaid(child, / of \d+ records/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const halfway = await openAll(node.sealing);
    expect(halfway.size).toBe(2);
    // The server frees the dead process's lock once it has noticed.
    let again = await keys(['rotate']);
    for (let tries = 0; again.code === 3 && tries < 50; tries += 1) {
      await pause(100);
      again = await keys(['rotate']);
    }
    expect(again.err).toContain('going on with the key');
    expect((await openAll(node.sealing)).size).toBe(1);
  });

  test('goes on while the node works: nothing it seals meanwhile is lost, or left under the old key', async () => {
    let working = true;
    let recorded = 0;
    const work = async () => {
      while (working) {
        await recordChecks(3);
        recorded += 3;
      }
    };
    const [first, second] = [work(), work()];
    const { code } = await keys(['rotate', '--retire']);
    working = false;
    await Promise.all([first, second]);
    expect(code).toBe(0);
    expect(recorded).toBeGreaterThan(0);
    const fresh = await openNode();
    const counts = await openAll(fresh.sealing);
    expect([...counts.keys()]).toEqual([currentKey()]);
  });

  test('retires no key while a transaction is open that may have sealed by it', async () => {
    const tx = await node.db.startTransaction().execute();
    const actor = { kind: 'node', id: 'KZ' } as const;
    const parts = [{ name: 'traveller', text: 'кеш келген' }];
    await recordEvent(tx, { at: new Date(), actor, event: 'screening.checked', outcome: 'done', parts });
    const waited = Promise.withResolvers<void>();
    const rotating = keys(['rotate', '--retire'], (text) => {
      if (text.includes('waiting for 1 open transactions')) waited.resolve();
    });
    expect(await Promise.race([waited.promise, rotating])).toBeUndefined();
    expect(fileKeys()).toContain(OLD);
    await tx.commit().execute();
    expect((await rotating).code).toBe(0);
    expect(fileKeys()).toEqual([currentKey()]);
    expect([...(await openAll((await openNode()).sealing)).keys()]).toEqual([currentKey()]);
  });

  test('beside another is refused', async () => {
    let other: Run | undefined;
    let asked: Promise<void> | undefined;
    await keys(['rotate'], () => {
      asked ??= keys(['rotate']).then((run) => {
        other = run;
      });
    });
    await asked;
    expect(other).toMatchObject({ code: 3, err: expect.stringContaining('another rotation is under way') });
    expect(fileKeys()).toHaveLength(2);
  });

  test('says what opens by no key, keeps the key it may need, and wraps the rest', async () => {
    await database.pool.query(
      'UPDATE access.officer SET personal = set_byte(personal, 20, get_byte(personal, 20) # 1) WHERE id = $1',
      [DEMONSTRATION_OFFICERS[0]!.id],
    );
    const { code, out } = await keys(['rotate', '--retire']);
    expect(code).toBe(1);
    expect(out).toContain('1 record open by no key of the file. Run: entente audit verify');
    expect(fileKeys().sort()).toEqual([OLD, currentKey()].sort());
    const { out: shown } = await keys(['show', '--json']);
    expect(JSON.parse(shown)).toContainEqual(expect.objectContaining({ key: OLD, state: 'opens', records: 1 }));
    const again = await keys(['rotate']);
    expect(again.err).toContain(`added the key ${currentKey()}; `);
    expect(fileKeys()).toHaveLength(3);
  });

  test('takes nothing but --retire', async () => {
    expect((await keys(['rotate', 'now'])).code).toBe(2);
    expect((await keys(['show', 'all'])).code).toBe(2);
    expect(fileKeys()).toEqual([OLD]);
  });
});

async function untilSaid(child: ChildProcess, pattern: RegExp): Promise<void> {
  let said = '';
  for await (const chunk of child.stderr!) {
    said += chunk;
    if (pattern.test(said)) return;
  }
  throw new Error(`it ended after saying: ${said}`);
}
