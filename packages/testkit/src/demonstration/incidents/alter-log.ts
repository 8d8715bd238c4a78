import type { Database } from '@entente/node/platform/database/database';
import { sql } from 'kysely';

/** One byte makes the one of the other: the record then says that another version was approved. */
const [WRITTEN, ALTERED] = ['"version":1}', '"version":2}'];
/**
 * Changes one byte of a record of the log, as whoever administers the database could: of the newest approval of an alert that the
 * other members have mirrored. Returns the record's place in the log; undefined where there is none, or one is altered already.
 *
 * @param mirrored what was recorded before this moment, the others hold
 */
export async function alterLog(db: Database, mirrored: Date): Promise<number | undefined> {
  if (await isAltered(db)) return undefined;
  const { rows } = await sql<{ position: number }>`
    SELECT position FROM audit.record
    WHERE event = 'alerts.approved' AND position IS NOT NULL AND strpos(content, ${WRITTEN}) > 0
      AND (content::jsonb ->> 'at')::timestamptz < ${mirrored}::timestamptz
    ORDER BY position DESC LIMIT 1`.execute(db);
  const [chosen] = rows;
  if (!chosen) return undefined;
  await replace(db, { from: WRITTEN, to: ALTERED, at: chosen.position });
  return chosen.position;
}

/** Puts the byte back. */
export async function mendLog(db: Database): Promise<void> {
  for (const { position } of await findAltered(db)) {
    await replace(db, { from: ALTERED, to: WRITTEN, at: position });
  }
}

/** Whether a record of an approval is not as it was written. */
export async function isAltered(db: Database): Promise<boolean> {
  return (await findAltered(db)).length > 0;
}

/** Those whose content is not what their leaf is the hash of (RFC 6962, section 2.1). */
async function findAltered(db: Database): Promise<{ position: number }[]> {
  const { rows } = await sql<{ position: number }>`
    SELECT position FROM audit.record WHERE event = 'alerts.approved'
      AND leaf_hash <> sha256(decode('00', 'hex') || convert_to(content, 'UTF8'))`.execute(db);
  return rows;
}

/** The triggers that keep the log from changing bind no owner of the tables. */
async function replace(db: Database, { from, to, at }: { from: string; to: string; at: number }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`ALTER TABLE audit.record DISABLE TRIGGER USER`.execute(tx);
    await sql`UPDATE audit.record SET content = replace(content, ${from}, ${to}) WHERE position = ${at}`.execute(tx);
    await sql`ALTER TABLE audit.record ENABLE TRIGGER USER`.execute(tx);
  });
}
