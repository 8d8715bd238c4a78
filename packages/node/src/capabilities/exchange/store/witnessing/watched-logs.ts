import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** Another node's log, as it is watched. */
export interface WatchedRow {
  log: string;
  /** The newest head seen. */
  head: { size: number; note: string; seenAt: Date } | null;
  /** The tile of leaves that is read again next. */
  reread: number;
  refused: { since: Date; why: string; brokenAt: number | null } | null;
}

/** Watched logs, by origin. */
export async function readWatched(db: Database | Tx): Promise<Map<string, WatchedRow>> {
  const rows = await tablesOf(db).selectFrom('exchange.watched_log').selectAll().execute();
  return new Map(
    rows.map(({ log, size, note, seen_at, reread, refused_since, refusal, broken_at }) => [
      log,
      {
        log,
        head: size === null ? null : { size, note: note!, seenAt: seen_at! },
        reread,
        refused: refusal === null ? null : { since: refused_since!, why: refusal, brokenAt: broken_at },
      },
    ]),
  );
}

/** The newest head seen; an older one than is held leaves it alone. */
export async function noteSeen(
  db: Database | Tx,
  log: string,
  head: { size: number; note: string; seenAt: Date },
): Promise<void> {
  await sql`
    INSERT INTO exchange.watched_log (log, size, note, seen_at)
    VALUES (${log}, ${head.size}, ${head.note}, ${head.seenAt})
    ON CONFLICT (log) DO UPDATE SET size = excluded.size, note = excluded.note, seen_at = excluded.seen_at
    WHERE watched_log.size IS NULL OR watched_log.size <= excluded.size`.execute(db);
}

export async function noteReread(db: Database | Tx, log: string, next: number): Promise<void> {
  await sql`
    INSERT INTO exchange.watched_log (log, reread) VALUES (${log}, ${next})
    ON CONFLICT (log) DO UPDATE SET reread = excluded.reread`.execute(db);
}

/** Its heads are not cosigned. False where that was so before, for the same reason. */
export async function noteRefused(
  tx: Tx,
  log: string,
  refused: { since: Date; why: string; brokenAt: number | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO exchange.watched_log (log, refused_since, refusal, broken_at)
    VALUES (${log}, ${refused.since}, ${refused.why}, ${refused.brokenAt})
    ON CONFLICT (log) DO UPDATE SET refused_since = excluded.refused_since, refusal = excluded.refusal,
      broken_at = excluded.broken_at
    WHERE watched_log.refusal IS DISTINCT FROM excluded.refusal`.execute(tx);
  return numAffectedRows === 1n;
}

/** Its heads are cosigned again. False where they were all the time. */
export async function noteNotRefused(tx: Tx, log: string): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('exchange.watched_log')
    .set({ refused_since: null, refusal: null, broken_at: null })
    .where('log', '=', log)
    .where('refusal', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
