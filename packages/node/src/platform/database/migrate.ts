import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import type { Log } from '../log.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { aroundDataStep, type MigrationCode, readMigrationCode } from './data-step.ts';
import { noteRewrites, rewriteTables } from './rewrite.ts';

/** One file `NNNN-<room>.sql`, and the code beside it where rows must be worked on by more than SQL. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
  /** SHA-256 of the SQL, hex. */
  checksum: string;
  code?: MigrationCode | undefined;
}

export const MIGRATIONS = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** Held while migrating, so that two processes that start at once do it one after the other. */
const MIGRATION_LOCK = 7_230_118_401;

/** Reads the migrations of a folder in their order; two files with one number are refused. */
export async function readMigrations(folder: string = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)));
  migrations.forEach((migration, at) => {
    const before = migrations[at - 1];
    if (before?.number === migration.number) {
      throw new Error(`${before.name} and ${migration.name} have the same number; give one the next free number.`);
    }
  });
  return migrations;
}

/** Applies what is not yet applied, each file in a transaction of its own. Returns the names applied. */
export async function migrate(pool: Pool, sealing: Sealing, log: Log, migrations?: Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await readApplied(client);
    checkApplied(known, applied);
    const missing = known.filter((migration) => !applied.has(migration.number));
    for (const migration of missing) {
      await apply(client, sealing, migration);
      log.info({ migration: migration.name }, 'migrated');
    }
    await rewriteTables(client, log);
    return missing.map((migration) => migration.name);
  } finally {
    // Ending the session frees the lock, whatever state the connection is in.
    client.release(true);
  }
}

/** Throws unless the schema is exactly what this program means; for a command beside a running node. */
export async function checkMigrated(pool: Pool): Promise<void> {
  const known = await readMigrations();
  const client = await pool.connect();
  try {
    // A node that is just starting still migrates.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await readApplied(client);
    checkApplied(known, applied);
    const missing = known.find((migration) => !applied.has(migration.number));
    if (missing) {
      throw new Error(`The running node is of an older version, without ${missing.name}. Stop it and start this one.`);
    }
  } finally {
    client.release(true);
  }
}

interface Applied {
  name: string;
  checksum: string;
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(`${folder}/${name}`, 'utf8');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { number: Number(name.slice(0, 4)), name, sql, checksum, code: await readMigrationCode(`${folder}/${name}`) };
}

async function readApplied(client: PoolClient): Promise<Map<number, Applied>> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS platform;
    CREATE TABLE IF NOT EXISTS platform.migration (
      number integer PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE IF NOT EXISTS platform.rewrite (table_name text PRIMARY KEY)`);
  const { rows } = await client.query<Applied & { number: number }>(
    'SELECT number, name, checksum FROM platform.migration',
  );
  return new Map(rows.map(({ number, name, checksum }) => [number, { name, checksum }]));
}

/** A database of a newer program, or one whose applied files were changed since, is not touched. */
function checkApplied(known: Migration[], applied: Map<number, Applied>): void {
  for (const [number, { name, checksum }] of applied) {
    const file = known.find((migration) => migration.number === number);
    if (!file) {
      throw new Error(
        `The database holds the migration ${name}, which this version of Entente does not know: a newer version has used it. Start that version, or restore a backup from before.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new Error(
        `The migration ${name} was changed after it was applied. Put the file back as it was, and write what is new into a migration with the next number.`,
      );
    }
  }
}

async function apply(client: PoolClient, sealing: Sealing, migration: Migration): Promise<void> {
  const [before, after] = aroundDataStep(migration.sql);
  try {
    await client.query('BEGIN');
    await client.query(before);
    await migration.code?.dataStep(client, sealing);
    if (after) await client.query(after);
    if (migration.code) await noteRewrites(client, migration.code.rewritten);
    await client.query('INSERT INTO platform.migration (number, name, checksum) VALUES ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Error(`The migration ${migration.name} failed: ${(cause as Error).message}`, { cause });
  }
}
