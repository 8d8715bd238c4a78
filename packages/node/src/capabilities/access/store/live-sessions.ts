import type { Database, Tx } from '../../../platform/database/database.ts';

type Tables = {
  'access.session': { id: string; last_seen_at: Date; ends_at: Date; revoked_at: Date | null };
};

/** Ids of the sessions that are neither revoked nor ended, and were seen after `idleSince`. */
export async function readLiveSessionIds(db: Database | Tx, now: Date, idleSince: Date): Promise<string[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('access.session')
    .select('id')
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', now)
    .where('last_seen_at', '>', idleSince)
    .execute();
  return rows.map(({ id }) => id);
}
