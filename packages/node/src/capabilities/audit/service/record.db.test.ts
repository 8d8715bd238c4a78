import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyLog } from '@entente/crypto/log/verify';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, createPool, type Tx } from '../../../platform/database/database.ts';
import { numberPending, startSequencer } from '../../../platform/database/sequence.ts';
import { createLog } from '../../../platform/log.ts';
import type { AuditEntry } from '../model.ts';
import { readWholeLog } from '../store/whole-log.ts';
import { foldSequence } from './fold.ts';
import { type LogKey, openLogKey } from './log-key.ts';
import { recordEvent, recordEvents } from './record-event.ts';

let database: TestDatabase;
let folder: string;
let key: LogKey;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'entente-audit-'));
  key = await openLogKey(database.db, join(folder, 'node.key'), 'kz.localhost/log');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const entry = (event: AuditEntry['event'] = 'screening.checked', parts: AuditEntry['parts'] = []): AuditEntry => ({
  at: new Date(),
  event,
  actor: { kind: 'officer', id: 'aigerim', authority: 'kz-border' },
  purpose: 'border-check',
  legalBasis: 'border-code-12',
  outcome: 'done',
  facts: { hits: 0 },
  parts,
});

const record = (value: AuditEntry = entry()) => database.db.transaction().execute((tx) => recordEvent(tx, value));
const foldAll = async () => {
  let folded = 0;
  for (let count = -1; count !== 0; folded += count) count = await numberPending(database.db, foldSequence(key));
  return folded;
};
const verify = () =>
  database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => verifyLog((await readWholeLog(tx))!, { verifierKey: key.verifierKey }));
const positions = async () => {
  const { rows } = await sql<{ position: number | null }>`
    SELECT position FROM audit.record ORDER BY position`.execute(database.db);
  return rows.map((row) => row.position);
};

describe('recording', () => {
  test('what is rolled back leaves nothing behind', async () => {
    const failing = database.db.transaction().execute(async (tx) => {
      await recordEvent(tx, entry('screening.checked', [{ name: 'traveller', text: 'ERTÜRK, Aylin' }]));
      throw new Error('the thing itself failed');
    });
    await expect(failing).rejects.toThrow('the thing itself failed');
    expect(await foldAll()).toBe(0);
    expect(await verify()).toMatchObject({ size: 0, faults: [], pending: { count: 0 } });
  });

  test('a record is folded in, its head is signed, and the log verifies', async () => {
    await record(entry('screening.checked', [{ name: 'traveller', text: 'ERTÜRK, Aylin' }]));
    expect(await verify()).toMatchObject({ size: 0, pending: { count: 1 }, faults: [] });
    expect(await foldAll()).toBe(1);
    expect(await verify()).toMatchObject({ size: 1, checkpoints: 1, pending: { count: 0 }, faults: [] });
  });

  test('text that the database cannot hold is recorded all the same, and verifies', async () => {
    const hostile = 'a\0b\ud800c\u202e';
    await record({
      ...entry('access.signed-in', [{ name: 'name', text: hostile }]),
      case: hostile,
      facts: { hostile },
    });
    await foldAll();
    expect((await verify()).faults).toEqual([]);
  });

  test('an entry that breaks its contract is a defect, and is refused', async () => {
    await expect(record(entry('Not an event' as AuditEntry['event']))).rejects.toThrow('breaks its contract: /event');
    await expect(record({ ...entry(), facts: { score: 0.5 } })).rejects.toThrow('breaks its contract: /facts');
  });
});

describe('folding', () => {
  test('records committed late and out of order are each folded once, whichever of two sequencers is at it', async () => {
    const before = (await positions()).length;
    const otherPool = createPool(database.url, 4, createLog('silent'));
    const sequencers = [database.db, createDatabase(otherPool, database.sealing)].map((db) =>
      startSequencer(db, foldSequence(key), { everyMs: 2, log: createLog('error') }),
    );
    const holding: (() => void)[] = [];
    const late = Array.from({ length: 4 }, () => {
      const released = new Promise<void>((resolve) => holding.push(resolve));
      return database.db.transaction().execute(async (tx: Tx) => {
        await recordEvent(tx, entry('alerts.list-imported'));
        await released;
      });
    });
    // Two hundred records commit, and are folded, while four that began before them are still open.
    for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 10 }, () => record()));
    for (const release of holding.reverse()) release();
    await Promise.all(late);
    for (const sequencer of sequencers) await sequencer.stop();
    await foldAll();
    await otherPool.end();
    expect(await positions()).toEqual(Array.from({ length: before + 204 }, (_, at) => at));
    expect(await verify()).toMatchObject({ size: before + 204, faults: [], pending: { count: 0 } });
  });

  test('a batch larger than a tile fills tiles of two levels', async () => {
    for (let round = 0; round < 6; round++) {
      await database.db.transaction().execute(async (tx) => {
        for (let at = 0; at < 100; at++) await recordEvent(tx, entry());
      });
      await foldAll();
    }
    const { rows } = await sql<{ level: number }>`SELECT DISTINCT level FROM audit.tile ORDER BY 1`.execute(
      database.db,
    );
    expect(rows.map((row) => row.level)).toEqual([0, 1]);
    expect((await verify()).faults).toEqual([]);
  });
});

describe('the database refuses to change the past', () => {
  test.each([
    ['change a record', `UPDATE audit.record SET content = replace(content, 'aigerim', 'nobody00')`],
    ['move a record', 'UPDATE audit.record SET position = position + 10000'],
    ['take a record out of the tree', 'UPDATE audit.record SET position = NULL'],
    ['delete a record', 'DELETE FROM audit.record WHERE position = 0'],
    ['empty the log', 'TRUNCATE audit.record CASCADE'],
    ['change a part', 'UPDATE audit.part SET personal = set_byte(personal, 50, get_byte(personal, 50) # 1)'],
    ['lengthen a part', String.raw`UPDATE audit.part SET personal = personal || '\x00'`],
    ['cut a part short', 'UPDATE audit.part SET personal = substring(personal FOR 80)'],
    ['give a part away', 'UPDATE audit.part SET record = gen_random_uuid()'],
    ['call a part erased that is held', 'UPDATE audit.part SET erased_by = record'],
    ['delete a part', 'DELETE FROM audit.part'],
    ['change a tile', `UPDATE audit.tile SET hashes = decode(repeat('00', 32), 'hex')`],
    ['delete a tile', 'DELETE FROM audit.tile'],
    ['change a checkpoint', `UPDATE audit.checkpoint SET note = 'mine'`],
    ['delete a checkpoint', 'DELETE FROM audit.checkpoint'],
    ['shrink the log', 'UPDATE audit.log SET size = 0'],
    ['change the key', `UPDATE audit.log SET verifier_key = 'mine'`],
    ['forget the log', 'DELETE FROM audit.log'],
  ])('%s', async (_, statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '23000' });
    expect((await verify()).faults).toEqual([]);
  });
});

test('the database lets a part be wrapped by another key, whose header alone changes', async () => {
  const { rowCount } = await database.pool.query(
    String.raw`UPDATE audit.part SET personal = overlay(personal PLACING '\x0102030405' FROM 1 FOR 5)`,
  );
  expect(rowCount).toBeGreaterThan(0);
  await database.pool.query(
    String.raw`UPDATE audit.part SET personal = overlay(personal PLACING '\x0100000001' FROM 1 FOR 5)`,
  );
  expect((await verify()).faults).toEqual([]);
});

describe('the key of the log', () => {
  test('is made at founding, readable by its owner alone, and found again', async () => {
    const file = join(folder, 'node.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = await openLogKey(database.db, file, 'another.name/log');
    expect(again).toMatchObject({ origin: 'kz.localhost/log', verifierKey: key.verifierKey });
  });

  test('private half is in no table', async () => {
    const secret = (await readFile(join(folder, 'node.key'), 'utf8')).split('\n')[1]!;
    for (const table of ['log', 'record', 'part', 'checkpoint']) {
      const { rows } = await database.pool.query(
        `SELECT count(*) AS found FROM audit.${table} AS t WHERE t::text LIKE $1`,
        [`%${secret.slice(-40)}%`],
      );
      expect(rows).toEqual([{ found: 0 }]);
    }
  });

  test('is one, when two processes found the node at once', async () => {
    const other = await testDatabase();
    const found = (file: string) => openLogKey(other.db, join(folder, file), 'uz.localhost/log');
    const keys = await Promise.all([found('shared.key'), found('shared.key'), found('shared.key')]);
    expect(new Set(keys.map(({ verifierKey }) => verifierKey)).size).toBe(1);
    await other.close();
    const another = await testDatabase();
    const outcomes = await Promise.allSettled(
      ['one.key', 'two.key'].map((file) => openLogKey(another.db, join(folder, file), 'uz.localhost/log')),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await another.close();
  });

  test('file that others can read is refused', async () => {
    await chmod(join(folder, 'node.key'), 0o644);
    await expect(openLogKey(database.db, join(folder, 'node.key'), 'x')).rejects.toThrow('chmod 600');
    await chmod(join(folder, 'node.key'), 0o600);
  });

  test('a lost or strange key file is refused with what to do', async () => {
    await expect(openLogKey(database.db, join(folder, 'lost.key'), 'x')).rejects.toThrow('is missing');
    const other = await testDatabase();
    await openLogKey(other.db, join(folder, 'other.key'), 'uz.localhost/log');
    await other.close();
    await expect(openLogKey(database.db, join(folder, 'other.key'), 'x')).rejects.toThrow(
      'not the one the log was signed with',
    );
  });
});

test('many things recorded at once are leaves each by itself, with their own parts', async () => {
  const entries = [entry(), entry('screening.checked', [{ name: 'traveller', text: 'one' }]), entry()];
  const ids = await database.db.transaction().execute((tx) => recordEvents(tx, entries));
  expect(new Set(ids).size).toBe(3);
  const { rows } = await sql<{ record: string }>`
    SELECT record FROM audit.part WHERE record = ANY(${ids}::uuid[])`.execute(database.db);
  expect(rows).toEqual([{ record: ids[1] }]);
  expect(await database.db.transaction().execute((tx) => recordEvents(tx, []))).toEqual([]);
  await foldAll();
  expect((await verify()).faultCount).toBe(0);
});
