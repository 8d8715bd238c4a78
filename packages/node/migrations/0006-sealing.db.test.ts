import { createHash } from 'node:crypto';
import { commitTo, opensCommitment } from '@entente/crypto/commitment';
import { type TestDatabase, testDatabase } from '@entente/testkit/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOfficers } from '../src/capabilities/access/index.ts';
import { findImport, loadSubjects, readProblems } from '../src/capabilities/alerts/index.ts';
import { migrate, readMigrations } from '../src/platform/database/migrate.ts';
import { createLog } from '../src/platform/log.ts';

const log = createLog('silent');
const OFFICER = '0192f000-0000-7000-8000-000000000001';
const RECORD = '0192f000-0000-7000-8000-000000000002';
const SUBJECT = '0192f000-0000-7000-8000-000000000003';
const REMOVED = '0192f000-0000-7000-8000-000000000004';
const IMPORT = '0192f000-0000-7000-8000-000000000005';
const CHECK = '0192f000-0000-7000-8000-000000000006';
const SALT = Buffer.alloc(32, 9);
const NAMES = ['Айгүл Нұрланова', '阿依古丽', 'آیگل نورلان', 'Nurlan Bekov', 'ბექოვი'];
const LISTED = {
  list: 'un-sc',
  ref: 'QDi.1',
  kind: 'person',
  identities: [{ names: [{ full: NAMES[0] }] }],
  programmes: [],
};

let database: TestDatabase;
let filesBefore: Map<string, number>;

/** A database as it was before anything was sealed, with a row in every table that held something personal. */
beforeAll(async () => {
  database = await testDatabase();
  const { pool, sealing } = database;
  await pool.query(
    'DROP SCHEMA platform, audit, membership, access, exchange, decisions, alerts, screening, cases CASCADE',
  );
  const migrations = await readMigrations();
  await migrate(
    pool,
    sealing,
    log,
    migrations.filter(({ number }) => number <= 4),
  );
  await enterRows();
  filesBefore = await readFiles();
  await migrate(pool, sealing, log);
});
afterAll(() => database.close());

async function enterRows(): Promise<void> {
  const { pool } = database;
  await pool.query(`INSERT INTO access.authority VALUES ('border', '{"en":"Border","ru":"Граница","zh":"边防"}')`);
  await pool.query(
    `INSERT INTO access.officer (id, name, authority, roles, entered_at, personal)
     VALUES ($1, 'n.bekov', 'border', '{reviewer}', now(), $2)`,
    [OFFICER, { displayName: NAMES[3] }],
  );
  const commitment = Buffer.from(commitTo(NAMES[1]!, SALT)).toString('hex');
  const content = { id: RECORD, event: 'screening.checked', actor: { id: OFFICER }, outcome: 'done', commitment };
  await pool.query(`INSERT INTO audit.record (content, leaf_hash) VALUES ($1, sha256('x'))`, [JSON.stringify(content)]);
  await pool.query(
    `INSERT INTO audit.part (record, name, salt, text, erased_by) VALUES ($1, 'traveller', $2, $3, NULL), ($1, 'gone', NULL, NULL, $1)`,
    [RECORD, SALT, NAMES[1]],
  );
  await pool.query(
    `INSERT INTO alerts.subject (id, list, ref, scope, kind, version, personal)
     VALUES ($1, 'un-sc', 'QDi.1', '', 'person', sha256('one'), $2), ($3, 'un-sc', 'QDi.2', '', 'person', sha256('two'), NULL)`,
    [SUBJECT, LISTED, REMOVED],
  );
  await pool.query(
    `INSERT INTO alerts.import (id, list, format, state, started_at, ended_at, started_by, files, bytes_total, failure_code, failure_detail)
     VALUES ($1, 'un-sc', 'un-sc', 'failed', now(), now(), $2, $3, 10, 'list-damaged', $4)`,
    [IMPORT, OFFICER, JSON.stringify([{ name: `${NAMES[3]}.xml`, bytes: 10 }]), `begins with ${NAMES[2]}`],
  );
  await pool.query(`INSERT INTO alerts.import_change VALUES ($1, 1, 'added', 'QDi.1', 'person', '{names}', $2)`, [
    IMPORT,
    { name: NAMES[0] },
  ]);
  const reason = { code: 'no-name', values: {}, reason: `of ${NAMES[4]}` };
  await pool.query(
    `INSERT INTO alerts.import_problem VALUES ($1, 1, $2, 'line 3', NULL, $3), ($1, 2, 'f', 'line 4', $2, $3)`,
    [IMPORT, NAMES[3], reason],
  );
  await pool.query(`INSERT INTO screening."check" VALUES ($1, now(), $2, 'hit', 'mrz', 1, 0, 0, sha256('x'), $3, $4)`, [
    CHECK,
    OFFICER,
    RECORD,
    { salt: 'ab', candidates: [{ list: 'un-sc', ref: NAMES[0], band: 'strong' }] },
  ]);
}

/** The file each table lies in; a table written anew lies in another. */
async function readFiles(): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ table: string; file: number }>(
    `SELECT oid::regclass::text AS "table", relfilenode::int AS file FROM pg_class
     WHERE relkind = 'r' AND relnamespace::regnamespace::text IN ('audit', 'access', 'alerts', 'screening')`,
  );
  return new Map(rows.map(({ table, file }) => [table, file]));
}

/** Every value of every row as text, bytes also as the characters they would be. */
async function dump(): Promise<string> {
  const { rows: columns } = await database.pool.query<{ table: string; column: string; type: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS "table", column_name AS "column", data_type AS type
     FROM information_schema.columns WHERE table_schema IN ('audit', 'access', 'alerts', 'screening', 'platform')`,
  );
  const texts: string[] = [];
  for (const { table, column, type } of columns) {
    const { rows } = await database.pool.query<{ value: string | Buffer }>(
      `SELECT ${type === 'bytea' ? `"${column}"` : `"${column}"::text`} AS value FROM ${table} WHERE "${column}" IS NOT NULL`,
    );
    for (const { value } of rows) texts.push(typeof value === 'string' ? value : value.toString('utf8'));
  }
  return texts.join('\n');
}

describe('a node founded before anything was sealed', () => {
  test('has no name in clear any more', async () => {
    const text = await dump();
    for (const name of NAMES) expect(text).not.toContain(name);
    expect(text).not.toContain('n.bekov');
  });

  test('has its tables written anew, so that the old rows are not left in their files', async () => {
    const files = await readFiles();
    const tables = ['access.officer', 'audit.part', 'alerts.subject', 'alerts.import'];
    for (const table of [...tables, 'alerts.import_change', 'alerts.import_problem', 'screening."check"']) {
      expect(filesBefore.get(table), table).toBeDefined();
      if (files.has(table)) expect(files.get(table), table).not.toBe(filesBefore.get(table));
    }
    expect(files.get('audit.record')).toBe(filesBefore.get('audit.record'));
    expect((await database.pool.query('SELECT FROM platform.rewrite')).rowCount).toBe(0);
  });

  test('finds its officers by their names, and shows them', async () => {
    expect(await listOfficers(database.db)).toMatchObject([{ id: OFFICER, name: 'n.bekov', displayName: NAMES[3] }]);
    const { rows } = await database.pool.query('SELECT id FROM access.officer WHERE name_lookup = $1', [
      database.sealing.lookup('officer-name', 'n.bekov'),
    ]);
    expect(rows).toEqual([{ id: OFFICER }]);
  });

  test('reads the parts of its log as they were, and what was erased stays erased', async () => {
    const { rows } = await database.pool.query<{ name: string; personal: Buffer | null; erased_by: string | null }>(
      'SELECT name, personal, erased_by FROM audit.part ORDER BY name',
    );
    expect(rows[0]).toMatchObject({ name: 'gone', personal: null, erased_by: RECORD });
    const bytes = database.sealing.openBytes(`audit.part/${RECORD}/traveller`, rows[1]!.personal!);
    const commitment = commitTo(NAMES[1]!, SALT);
    expect(opensCommitment(commitment, bytes.toString('utf8', 32), bytes.subarray(0, 32))).toBe(true);
  });

  test('reads its lists and reports as they were', async () => {
    const subjects = await loadSubjects(database.db, [SUBJECT, REMOVED]);
    expect([...subjects]).toEqual([[SUBJECT, LISTED]]);
    expect(await findImport(database.db, IMPORT)).toMatchObject({
      files: [{ name: `${NAMES[3]}.xml`, bytes: 10 }],
      failure: { code: 'list-damaged', detail: `begins with ${NAMES[2]}` },
    });
    const problems = await readProblems(database.db, IMPORT, { after: 0, limit: 10 });
    expect(problems.map(({ row }) => row)).toEqual([
      { file: NAMES[3], place: 'line 3', code: 'no-name', values: {}, reason: `of ${NAMES[4]}` },
      { file: 'f', place: 'line 4', ref: NAMES[3], code: 'no-name', values: {}, reason: `of ${NAMES[4]}` },
    ]);
  });

  test('cannot be asked whether a subject is of a version that somebody guesses', async () => {
    const { rows } = await database.pool.query<{ version: Buffer }>('SELECT version FROM alerts.subject ORDER BY id');
    const hashes = ['one', 'two'].map((text) => createHash('sha256').update(text).digest('hex'));
    expect(rows.map(({ version }) => version)).toEqual(
      hashes.map((hash) => database.sealing.lookup('alerts.subject-version', hash)),
    );
  });

  test('is written anew by the next start, if the first was stopped before', async () => {
    const before = await readFiles();
    await database.pool.query(`INSERT INTO platform.rewrite VALUES ('audit.part')`);
    expect(await migrate(database.pool, database.sealing, log)).toEqual([]);
    expect((await readFiles()).get('audit.part')).not.toBe(before.get('audit.part'));
    expect((await database.pool.query('SELECT FROM platform.rewrite')).rowCount).toBe(0);
  });
});
