import type { ListId } from '@entente/contracts/alerts';
import { toHex } from '@entente/crypto/bytes';
import { sha256 } from '@entente/crypto/sha256';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Sequence } from '../../../platform/database/sequence.ts';
import type { FeedChange } from '../model.ts';

/** Notified when changes have got their positions: the feed can be read on. */
export const CHANGES_CHANNEL = 'alerts_changes';
/** Notified when changes are committed that have no position yet. */
export const PENDING_CHANNEL = 'alerts_pending';

/** Puts changes of subjects into the feed, in the transaction of the change. */
export async function appendChanges(
  tx: Tx,
  list: ListId,
  changes: { subjectId: string; change: 'added' | 'changed' | 'removed' }[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    INSERT INTO alerts.change (list, subject, change)
    SELECT ${list}, subject, change
    FROM unnest(${changes.map((row) => row.subjectId)}::uuid[], ${changes.map((row) => row.change)}::text[])
      AS incoming (subject, change)`.execute(tx);
  await sql`SELECT pg_notify(${PENDING_CHANNEL}, '')`.execute(tx);
}

/** Puts the change of an alert into the feed, in the transaction of the change. */
export async function appendAlertChange(
  tx: Tx,
  alertId: string,
  change: 'added' | 'changed' | 'removed',
): Promise<void> {
  await appendAlertChanges(tx, [{ alertId, change }]);
}

/** Puts the changes of alerts into the feed. */
export async function appendAlertChanges(
  tx: Tx,
  changes: readonly { alertId: string; change: 'added' | 'changed' | 'removed' }[],
): Promise<void> {
  await sql`
    INSERT INTO alerts.change (alert, change)
    SELECT * FROM unnest(${changes.map((row) => row.alertId)}::uuid[], ${changes.map((row) => row.change)}::text[])`.execute(
    tx,
  );
  await sql`SELECT pg_notify(${PENDING_CHANNEL}, '')`.execute(tx);
}

/** Puts the change of a list's basis into the feed. */
export async function appendBasisChange(tx: Tx, list: ListId): Promise<void> {
  await sql`INSERT INTO alerts.change (list, change) VALUES (${list}, 'basis')`.execute(tx);
  await sql`SELECT pg_notify(${PENDING_CHANNEL}, '')`.execute(tx);
}

/** The feed's numbering; positions begin at 1, so that a reader who holds nothing is at 0. */
export const feedSequence: Sequence<{ id: number }> = {
  name: 'alerts.change',
  batch: 20_000,
  readSize: async (tx) => {
    const { rows } = await sql<{ size: number }>`SELECT size FROM alerts.feed`.execute(tx);
    return rows[0]?.size ?? 0;
  },
  readPending: async (tx, limit) => {
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM alerts.change WHERE position IS NULL ORDER BY id LIMIT ${limit}`.execute(tx);
    return rows;
  },
  place: async (tx, rows, first) => {
    await sql`
      UPDATE alerts.change SET position = ${first}::bigint + incoming.nth
      FROM unnest(${rows.map((row) => row.id)}::bigint[]) WITH ORDINALITY AS incoming (id, nth)
      WHERE change.id = incoming.id`.execute(tx);
    await sql`SELECT pg_notify(${CHANGES_CHANNEL}, '')`.execute(tx);
  },
  advance: async (tx, from, to) => {
    const { numAffectedRows } = await sql`UPDATE alerts.feed SET size = ${to} WHERE size = ${from}`.execute(tx);
    return numAffectedRows === 1n;
  },
};

/** The last position there is; 0 before the first. */
export async function feedHead(db: Database): Promise<number> {
  const { rows } = await sql<{ size: number }>`SELECT size FROM alerts.feed`.execute(db);
  return rows[0]?.size ?? 0;
}

/** How many changes before a position tell one feed from another. */
const TELLING = 32;

/**
 * What the feed says up to a position, as a hash: another database, or one that was restored and went on otherwise, says
 * something else. Empty where it has not come so far.
 */
export async function markFeed(db: Database, position: number): Promise<string> {
  const { rows } = await sql<{ id: number; position: number; named: string }>`
    SELECT id, position, concat_ws(' ', change, list, subject, alert) AS named FROM alerts.change
    WHERE position <= ${position} ORDER BY position DESC LIMIT ${TELLING}`.execute(db);
  if (rows[0]?.position !== position) return '';
  return toHex(sha256(Buffer.from(rows.map(({ id, named }) => `${id} ${named}`).join('\n'))));
}

/** Changes after a position, in order, without a gap. */
export async function readFeed(db: Database, after: number, limit: number): Promise<FeedChange[]> {
  const { rows } = await sql<FeedChange>`
    SELECT position, list, subject AS "subjectId", alert AS "alertId", change FROM alerts.change
    WHERE position > ${after} ORDER BY position LIMIT ${limit}`.execute(db);
  return rows;
}
