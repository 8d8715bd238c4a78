import { firstIdOf } from '@entente/crypto/uuid7';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';
import type { RecordFilter, StoredRecord } from '../model.ts';
import { tablesOf } from './tables.ts';

const COLUMNS = ['id', 'content', 'leaf_hash', 'position'] as const;

interface RecordRow {
  id: string;
  content: string;
  leaf_hash: Buffer;
  position: number | null;
}

export async function findRecord(db: Database, id: string): Promise<StoredRecord | undefined> {
  const row = await tablesOf(db).selectFrom('audit.record').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && toRecord(row);
}

/** Newest first; `before` is the id at which the page before ended. */
export async function searchRecords(
  db: Database,
  filter: RecordFilter,
  page: { before?: string; limit: number },
): Promise<StoredRecord[]> {
  let query = tablesOf(db).selectFrom('audit.record').select(COLUMNS).where(matches(filter));
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(toRecord);
}

export async function countRecords(db: Database, filter: RecordFilter): Promise<number> {
  if (Object.values(filter).every((value) => value === undefined)) return await countAll(db);
  const { count } = await tablesOf(db)
    .selectFrom('audit.record')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return count;
}

/** The tree knows its size; only what waits is counted. */
async function countAll(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT coalesce((SELECT size FROM audit.log), 0)
      + (SELECT count(*) FROM audit.record WHERE position IS NULL) AS count`.execute(db);
  return rows[0]!.count;
}

/** Folded records in the order of the tree, from a position on. */
export async function readFolded(
  db: Database,
  filter: RecordFilter,
  page: { from: number; below: number; limit: number },
): Promise<StoredRecord[]> {
  const rows = await tablesOf(db)
    .selectFrom('audit.record')
    .select(COLUMNS)
    .where(matches(filter))
    .where('position', '>=', page.from)
    .where('position', '<', page.below)
    .orderBy('position')
    .limit(page.limit)
    .execute();
  return rows.map(toRecord);
}

/** An id carries its record's moment, so that a span of time is a span of ids. */
function matches(filter: RecordFilter): Expression<SqlBool> {
  const conditions = [sql<SqlBool>`true`];
  if (filter.from) conditions.push(sql`id >= ${firstIdOf(filter.from)}::uuid`);
  if (filter.to) conditions.push(sql`id < ${firstIdOf(filter.to)}::uuid`);
  if (filter.actor !== undefined) conditions.push(sql`actor = ${filter.actor}`);
  if (filter.event !== undefined) conditions.push(sql`event = ${filter.event}`);
  if (filter.outcome !== undefined) conditions.push(sql`outcome = ${filter.outcome}`);
  if (filter.case !== undefined) conditions.push(sql`case_reference = ${filter.case}`);
  return sql<SqlBool>`${sql.join(conditions, sql` AND `)}`;
}

function toRecord({ leaf_hash, ...row }: RecordRow): StoredRecord {
  return { ...row, leafHash: leaf_hash };
}
