import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { LastCheck } from '../model/kept.ts';
import { LAST_CHECK } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** Last checks of a session since a moment, the latest first. */
export async function readLastChecks(
  db: Database | Tx,
  of: { officerId: string; sessionId: string },
  since: Date,
  limit: number,
): Promise<LastCheck[]> {
  const rows = await tablesOf(db)
    .selectFrom('screening.last_check')
    .select(['id', 'at', 'personal'])
    .where('session', '=', of.sessionId)
    .where('officer', '=', of.officerId)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, at, personal }) => ({
    check: id,
    at,
    personal: sealingOf(db).open(LAST_CHECK.place(id), personal),
  }));
}

/** Forgets checks made before a moment, and those of sessions that have ended. */
export async function deleteLastChecks(db: Database | Tx, before: Date, live: ReadonlySet<string>): Promise<number> {
  const { numDeletedRows } = await tablesOf(db)
    .deleteFrom('screening.last_check')
    .where((row) => row.or([row('at', '<=', before), sql<boolean>`session <> ALL (${[...live]}::uuid[])`]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
