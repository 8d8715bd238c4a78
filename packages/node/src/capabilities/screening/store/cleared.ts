import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** A document told apart from an alert or an entry of a list. `pair` is the keyed hash of both. */
export interface ClearedPair {
  pair: Buffer;
  /** What it ends with: the alert, or the entry as the change feed knows it. */
  of: { alert: string } | { subject: string };
  at: Date;
  secondLine: string;
  expiresAt: Date;
}

export async function insertCleared(tx: Tx, { pair, of, at, secondLine, expiresAt }: ClearedPair): Promise<void> {
  const row = {
    pair,
    alert: 'alert' in of ? of.alert : null,
    subject: 'subject' in of ? of.subject : null,
    at,
    second_line: secondLine,
    expires_at: expiresAt,
  };
  await tablesOf(tx)
    .insertInto('screening.cleared')
    .values(row)
    .onConflict((conflict) => conflict.column('pair').doUpdateSet(row))
    .execute();
}

export async function deleteCleared(tx: Tx, pair: Buffer): Promise<void> {
  await tablesOf(tx).deleteFrom('screening.cleared').where('pair', '=', pair).execute();
}

/** Those of these pairs that stand at a moment, by the hex of the pair. */
export async function findCleared(
  db: Database | Tx,
  pairs: Buffer[],
  now: Date,
): Promise<Map<string, { at: Date; secondLine: string }>> {
  const rows = await tablesOf(db)
    .selectFrom('screening.cleared')
    .select(['pair', 'at', 'second_line'])
    .where('pair', 'in', pairs)
    .where('expires_at', '>', now)
    .execute();
  return new Map(rows.map(({ pair, at, second_line }) => [pair.toString('hex'), { at, secondLine: second_line }]));
}

/** Follows alerts (null: it has ended; otherwise when it will) and entries of lists that are gone. */
export async function followCleared(
  db: Database | Tx,
  { alerts, endedSubjects }: { alerts: ReadonlyMap<string, Date | null>; endedSubjects: string[] },
): Promise<void> {
  const ended = [...alerts].flatMap(([id, expiresAt]) => (expiresAt === null ? [id] : []));
  const going = [...alerts].flatMap(([id, expiresAt]) => (expiresAt === null ? [] : [{ id, expiresAt }]));
  if (ended.length > 0 || endedSubjects.length > 0) {
    await sql`
      DELETE FROM screening.cleared
      WHERE alert = ANY(${ended}::uuid[]) OR subject = ANY(${endedSubjects}::uuid[])`.execute(db);
  }
  if (going.length > 0) {
    await sql`
      UPDATE screening.cleared SET expires_at = followed.expires_at
      FROM unnest(${going.map(({ id }) => id)}::uuid[], ${going.map(({ expiresAt }) => expiresAt)}::timestamptz[])
        AS followed (alert, expires_at)
      WHERE cleared.alert = followed.alert AND cleared.expires_at <> followed.expires_at`.execute(db);
  }
}

/** Looks through all pairs after a start: what ended while nobody followed is dropped. */
export async function reviewCleared(
  db: Database,
  present: {
    inForce(alerts: string[]): Promise<Map<string, Date>>;
    listed(subjects: string[]): Promise<Set<string>>;
  },
): Promise<void> {
  const { rows } = await sql<{ alert: string | null; subject: string | null }>`
    SELECT DISTINCT alert, subject FROM screening.cleared`.execute(db);
  const alerts = rows.flatMap(({ alert }) => alert ?? []);
  const subjects = rows.flatMap(({ subject }) => subject ?? []);
  if (rows.length === 0) return;
  const [inForce, listed] = [await present.inForce(alerts), await present.listed(subjects)];
  await followCleared(db, {
    alerts: new Map(alerts.map((id) => [id, inForce.get(id) ?? null])),
    endedSubjects: subjects.filter((id) => !listed.has(id)),
  });
}

export async function deleteExpiredCleared(db: Database | Tx, now: Date): Promise<void> {
  await tablesOf(db).deleteFrom('screening.cleared').where('expires_at', '<=', now).execute();
}
