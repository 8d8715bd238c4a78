import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePrivateKey } from '@entente/crypto/ed25519';
import { verifyLog } from '@entente/crypto/log/verify';
import { signCheckpoint } from '@entente/crypto/note/checkpoint';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../../platform/database/database.ts';
import { numberPending } from '../../../platform/database/sequence.ts';
import { readCheckpoint } from '../store/tree.ts';
import { readWholeLog } from '../store/whole-log.ts';
import { eraseText } from './erase.ts';
import { foldSequence } from './fold.ts';
import { type LogKey, openLogKey } from './log-key.ts';
import { recordEvent } from './record-event.ts';

const actor = { kind: 'officer', id: 'aigerim', authority: 'kz-border' } as const;

let database: TestDatabase;
let folder: string;
let key: LogKey;
let pinned: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'entente-audit-'));
  key = await openLogKey(database.db, join(folder, 'node.key'), 'kz.localhost/log');
  const fold = () => numberPending(database.db, foldSequence(key));
  const ids: string[] = [];
  // Folds over more than a tile, a part on every record and one erased: every table has rows to change.
  const checkTravellers = async (count: number) => {
    await database.db.transaction().execute(async (tx) => {
      for (let at = 0; at < count; at++) {
        const parts = [{ name: 'traveller', text: `traveller ${at}` }];
        const what = { event: 'screening.checked' as const, case: 'KZ-1', outcome: 'done' as const, parts };
        ids.push((await recordEvent(tx, { at: new Date(), actor, ...what })).id);
      }
    });
    await fold();
  };
  for (let round = 0; round < 5; round++) await checkTravellers(60);
  const audit = {
    db: database.db,
    clock: { now: () => new Date() },
    key,
    nameActors: async () => new Map<string, string>(),
  };
  const why = { authority: 'Data protection court, 2-18', reason: 'Retention ended' };
  await eraseText(audit, { actor }, { record: ids[7]!, part: 'traveller' }, why);
  await fold();
  await checkTravellers(10);
  pinned = (await readCheckpoint(database.db))!.note;
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Everything the schema forbids is allowed, as to someone with every right on the database. Undone at the end. */
async function asIntruder(work: (tx: Tx) => Promise<void>): Promise<void> {
  const tx = await database.db.startTransaction().execute();
  try {
    await sql`DO $$
      DECLARE it record;
      BEGIN
        FOR it IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
          WHERE connamespace = 'audit'::regnamespace AND contype IN ('f', 'c', 'p', 'u') ORDER BY contype <> 'f' LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', it.owner, it.conname);
        END LOOP;
        FOR it IN SELECT table_name, column_name FROM information_schema.columns
          WHERE table_schema = 'audit' AND is_generated = 'ALWAYS' LOOP
          EXECUTE format('ALTER TABLE audit.%I ALTER COLUMN %I DROP EXPRESSION', it.table_name, it.column_name);
        END LOOP;
        FOR it IN SELECT table_name FROM information_schema.tables WHERE table_schema = 'audit' LOOP
          EXECUTE format('ALTER TABLE audit.%I DISABLE TRIGGER USER', it.table_name);
        END LOOP;
      END $$`.execute(tx);
    await work(tx);
  } finally {
    await tx.rollback().execute();
  }
}

const verify = async (tx: Tx, trust = {}) =>
  verifyLog((await readWholeLog(tx))!, { verifierKey: key.verifierKey, ...trust });

/** What the verifier says after one change, which is then taken back. */
async function afterChange(tx: Tx, statement: string, trust = {}) {
  await sql`SAVEPOINT before`.execute(tx);
  const { numAffectedRows } = await sql.raw(statement).execute(tx);
  expect(numAffectedRows, statement).toBeGreaterThan(0n);
  const verdict = await verify(tx, trust);
  await sql`ROLLBACK TO before`.execute(tx);
  return verdict;
}

/** Expressions that change one byte, at the beginning, in the middle and at the end where there is one. */
function flips(column: string, type: string): string[] {
  const c = `"${column}"`;
  switch (type) {
    case 'text':
      return ['1', `length(${c}) / 2`, `length(${c})`].map(
        (at) => `overlay(${c} PLACING chr(ascii(substr(${c}, ${at}, 1)) # 1) FROM ${at} FOR 1)`,
      );
    case 'bytea':
      return ['0', `length(${c}) / 2`, `length(${c}) - 1`].map(
        (at) => `set_byte(${c}, ${at}, get_byte(${c}, ${at}) # 1)`,
      );
    case 'uuid':
      return [`overlay(${c}::text PLACING CASE left(${c}::text, 1) WHEN '0' THEN '1' ELSE '0' END FROM 1 FOR 1)::uuid`];
    case 'bigint':
    case 'smallint':
      return [`${c} + 1`, `${c} + 1000`];
    default:
      throw new Error(`no way to change a ${type}`);
  }
}

/** The part of the record at this place. */
const OF = (position: number) => `record = (SELECT id FROM audit.record WHERE position = ${position})`;

describe('the verifier', () => {
  test('finds nothing wrong with a log left alone, and counts the erasure', async () => {
    await asIntruder(async (tx) => {
      expect(await verify(tx, { pinned })).toMatchObject({ size: 311, erased: 1, checkpoints: 7, faults: [] });
    });
  });

  test('sees one byte changed in any column of any table, in the first row, one in the middle, or the last', async () => {
    const unseen: string[] = [];
    const changed = new Set<string>();
    await asIntruder(async (tx) => {
      const { rows } = await sql<{ table: string; column: string; type: string }>`
        SELECT table_name AS "table", column_name AS "column", data_type AS type
        FROM information_schema.columns
        -- Whether the log may grow now is no part of what it says; nothing is lost in this one (history.db.test.ts).
        WHERE table_schema = 'audit' AND column_name <> 'growth' AND table_name <> 'lost_record' ORDER BY 1, 2`.execute(
        tx,
      );
      for (const { table, column, type } of rows) {
        const { rows: places } = await sql<{ ctid: string }>`
          SELECT ctid::text FROM ${sql.raw(`audit.${table}`)} WHERE ${sql.ref(column)} IS NOT NULL`.execute(tx);
        const picked = new Set([0, places.length >> 1, places.length - 1].map((at) => places[at]?.ctid));
        for (const place of picked) {
          for (const flip of flips(column, type)) {
            const statement = `UPDATE audit.${table} SET "${column}" = ${flip} WHERE ctid = '${place}'`;
            if ((await afterChange(tx, statement)).faultCount === 0) unseen.push(statement);
            changed.add(`${table}.${column}`);
          }
        }
      }
    });
    expect(unseen).toEqual([]);
    expect(changed.size).toBe(20);
  });

  test.each([
    ['a record taken out of the middle', 'DELETE FROM audit.record WHERE position = 150', 'position'],
    ['a part taken away with its row', `DELETE FROM audit.part WHERE ${OF(9)}`, 'part-missing'],
    ['a text erased without a leaf', `UPDATE audit.part SET personal = NULL WHERE ${OF(9)}`, 'erasure-unlogged'],
    [
      'a text erased in the name of an erasure of another',
      `UPDATE audit.part SET personal = NULL, erased_by =
        (SELECT id FROM audit.record WHERE event = 'audit.erased') WHERE ${OF(9)}`,
      'erasure-unlogged',
    ],
    [
      'an erased text put back',
      `UPDATE audit.part SET erased_by = NULL,
        personal = (SELECT personal FROM audit.part WHERE ${OF(9)}) WHERE personal IS NULL`,
      'erasure-undone',
    ],
    [
      'a text exchanged for that of another record',
      `UPDATE audit.part SET personal = (SELECT personal FROM audit.part WHERE ${OF(10)}) WHERE ${OF(9)}`,
      'part-unopened',
    ],
    [
      'a text sealed under a key that nobody holds',
      `UPDATE audit.part SET personal = overlay(personal PLACING decode('deadbeef', 'hex') FROM 2 FOR 4) WHERE ${OF(9)}`,
      'part-unopened',
    ],
    [
      'a text cut down to less than a sealed record',
      `UPDATE audit.part SET personal = substring(personal FOR 20) WHERE ${OF(9)}`,
      'part-unopened',
    ],
    [
      'a part nobody recorded',
      `INSERT INTO audit.part (record, name, personal)
        SELECT id, 'rumour', sha256('x') FROM audit.record WHERE position = 3`,
      'part-unknown',
    ],
    [
      'a part of no record',
      `INSERT INTO audit.part (record, name, personal) VALUES (gen_random_uuid(), 'rumour', sha256('x'))`,
      'part-unknown',
    ],
    ['two records exchanged', `UPDATE audit.record SET position = 101 - position WHERE position IN (50, 51)`, 'root'],
    ['the last record unfolded', 'UPDATE audit.record SET position = NULL WHERE position = 310', 'size'],
    ['a checkpoint removed from the end', 'DELETE FROM audit.checkpoint WHERE size = 311', 'checkpoint'],
    ['a tile removed', 'DELETE FROM audit.tile WHERE level = 1', 'tile'],
    ['a tile too many', `INSERT INTO audit.tile VALUES (2, 0, sha256('x'))`, 'tile'],
  ])('sees %s', async (_, statement, code) => {
    await asIntruder(async (tx) => {
      const { faults } = await afterChange(tx, statement);
      expect(faults.map((fault) => fault.code)).toContain(code);
    });
  });

  test('sees a text that was sealed anew by someone who has the keys', async () => {
    await asIntruder(async (tx) => {
      const { rows } = await sql<{ record: string }>`SELECT record FROM audit.part WHERE ${sql.raw(OF(9))}`.execute(tx);
      const place = `audit.part/${rows[0]!.record}/traveller`;
      const forged = database.sealing.sealBytes(place, Buffer.concat([Buffer.alloc(32), Buffer.from('somebody else')]));
      const statement = `UPDATE audit.part SET personal = decode('${forged.toString('hex')}', 'hex') WHERE ${OF(9)}`;
      const { faults } = await afterChange(tx, statement);
      expect(faults.map((fault) => fault.code)).toEqual(['part-changed']);
    });
  });

  test('says which part does not open, and goes on', async () => {
    await asIntruder(async (tx) => {
      const statement = `UPDATE audit.part SET personal = set_byte(personal, 60, get_byte(personal, 60) # 1)
        WHERE ${OF(9)} OR ${OF(20)}`;
      const { faults, size } = await afterChange(tx, statement);
      expect(size).toBe(311);
      expect(faults).toHaveLength(2);
      expect(faults[0]).toMatchObject({
        code: 'part-unopened',
        where: expect.stringMatching(/^record 9 \(/),
        message: 'part "traveller" is sealed and does not open: altered, or its key is missing',
      });
    });
  });

  test('says which record is wrong, and where', async () => {
    await asIntruder(async (tx) => {
      const { faults } = await afterChange(
        tx,
        `UPDATE audit.record SET content = replace(content, 'KZ-1', 'KZ-2') WHERE position = 42`,
      );
      expect(faults[0]).toMatchObject({
        code: 'leaf-hash',
        where: expect.stringMatching(/^record 42 \([0-9a-f-]{36}\)$/),
      });
      expect(faults.map((fault) => fault.code)).toContain('root');
    });
  });

  test('sees a tail cut off without a trace, if it is told a checkpoint seen earlier', async () => {
    const cut = `WITH records AS (DELETE FROM audit.record WHERE position >= 301),
      parts AS (DELETE FROM audit.part WHERE record IN (SELECT id FROM audit.record WHERE position >= 301)),
      heads AS (DELETE FROM audit.checkpoint WHERE size > 301),
      tiles AS (UPDATE audit.tile SET hashes = substring(hashes FOR 45 * 32) WHERE level = 0 AND index = 1)
      UPDATE audit.log SET size = 301`;
    await asIntruder(async (tx) => {
      const { faults } = await afterChange(tx, cut, { pinned });
      expect(faults.map((fault) => fault.code)).toEqual(['rolled-back']);
      expect((await afterChange(tx, cut)).faults).toEqual([]);
    });
  });

  test('sees a log signed anew with another key', async () => {
    await asIntruder(async (tx) => {
      const { rows } = await sql<{ size: number }>`SELECT size FROM audit.checkpoint`.execute(tx);
      const forger = { ...key, privateKey: generatePrivateKey() };
      for (const { size } of rows) {
        const note = signCheckpoint({ origin: forger.origin, size, root: new Uint8Array(32) }, forger.privateKey);
        await sql`UPDATE audit.checkpoint SET note = ${note} WHERE size = ${size}`.execute(tx);
      }
      expect((await verify(tx)).faults.map((fault) => fault.code)).toContain('signature');
    });
  });
});
