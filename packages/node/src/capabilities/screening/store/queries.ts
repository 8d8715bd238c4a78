import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** The question of a check, sealed to oversight. */
export interface SealedQuery {
  shreddedOn: Date;
  sealed: Uint8Array;
}

/** The sealed question of a check that is still held at a moment. */
export async function findQuery(db: Database | Tx, check: string, now: Date): Promise<SealedQuery | undefined> {
  const row = await tablesOf(db)
    .selectFrom('screening.query')
    .select(['shredded_on', 'sealed'])
    .where('id', '=', check)
    .where('shredded_on', '>', now)
    .executeTakeFirst();
  return row && { shreddedOn: row.shredded_on, sealed: row.sealed };
}

/** Shreds what has come to its end: the encapsulated key lies in the row and goes with it. Returns how many. */
export async function deleteQueries(tx: Tx, now: Date): Promise<number> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('screening.query')
    .where('shredded_on', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
