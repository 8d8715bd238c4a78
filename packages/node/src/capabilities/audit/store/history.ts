import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Growth } from '../model.ts';
import { tablesOf } from './tables.ts';

/** The name of the lock under which the tree grows. */
export const FOLDING = 'audit.log';

export async function readGrowth(db: Database | Tx): Promise<Growth | undefined> {
  const row = await tablesOf(db).selectFrom('audit.log').select('growth').executeTakeFirst();
  return row?.growth;
}

export async function setGrowth(db: Database | Tx, growth: Growth): Promise<void> {
  await tablesOf(db).updateTable('audit.log').set({ growth }).execute();
}

/** Waits for whoever folds now; nobody else does until the transaction ends. */
export async function lockForFolding(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${FOLDING}, 0))`.execute(tx);
}

/** Ids of all records that wait for a place, by their leaf hash in hexadecimal. */
export async function readAllPending(tx: Tx): Promise<Map<string, string>> {
  const rows = await tablesOf(tx)
    .selectFrom('audit.record')
    .select(['id', 'leaf_hash'])
    .where('position', 'is', null)
    .execute();
  return new Map(rows.map(({ id, leaf_hash }) => [leaf_hash.toString('hex'), id]));
}

/** Gives records the positions named. */
export async function placeAt(tx: Tx, placed: readonly { id: string; position: number }[]): Promise<void> {
  if (placed.length === 0) return;
  await sql`
    UPDATE audit.record SET position = place.position
    FROM unnest(${placed.map(({ id }) => id)}::uuid[], ${placed.map(({ position }) => position)}::bigint[])
      AS place (id, position)
    WHERE record.id = place.id`.execute(tx);
}
