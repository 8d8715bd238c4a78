import type { LeafContent } from '@entente/contracts/audit';
import type { AuditEvent } from '@entente/contracts/audit-events';
import { firstIdOf } from '@entente/crypto/uuid7';
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';

/** The oldest records of an event from a moment on, those of one actor left out. */
export async function readEvents(
  db: Database,
  { event, from, except, limit }: { event: AuditEvent; from: Date; except?: string; limit: number },
): Promise<LeafContent[]> {
  const { rows } = await sql<{ content: string }>`
    SELECT content FROM audit.record
    WHERE event = ${event} AND id >= ${firstIdOf(from)}::uuid AND actor <> ${except ?? ''}
    ORDER BY id LIMIT ${limit}`.execute(db);
  return rows.map(({ content }) => JSON.parse(content) as LeafContent);
}

/** How often an actor did something from a moment on, and before another, by one of the record's facts. */
export async function countByFact(
  db: Database,
  { event, from, before, actor, fact }: { event: AuditEvent; from: Date; before?: Date; actor: string; fact: string },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ value: string | null; count: number }>`
    SELECT content::jsonb -> 'facts' ->> ${fact} AS value, count(*) FROM audit.record
    WHERE actor = ${actor} AND event = ${event} AND id >= ${firstIdOf(from)}::uuid
      AND (${before === undefined} OR id < ${firstIdOf(before ?? from)}::uuid)
    GROUP BY 1`.execute(db);
  return new Map(rows.map(({ value, count }) => [value ?? '', count]));
}

/** How often actors did something on each day (UTC) from a moment on; for figures, not for finding a record. */
export async function countByActor(
  db: Database,
  { events, from }: { events: AuditEvent[]; from: Date },
): Promise<{ actor: string; day: string; count: number }[]> {
  const { rows } = await sql<{ actor: string; day: string; count: number }>`
    SELECT actor, left(content::jsonb ->> 'at', 10) AS day, count(*)::integer AS count FROM audit.record
    WHERE event = ANY(${events}) AND id >= ${firstIdOf(from)}::uuid GROUP BY 1, 2`.execute(db);
  return rows;
}
