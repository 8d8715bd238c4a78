import type { Duty } from '@entente/contracts/cases';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** What the duty desk hears, counted. */
export async function countDuty(db: Database | Tx, now: Date): Promise<Duty> {
  const { rows } = await sql<Duty>`
    SELECT count(*)::integer AS new,
      count(*) FILTER (WHERE urgent)::integer AS "urgentUnacknowledged",
      count(*) FILTER (WHERE urgent AND sounded_at IS NOT NULL)::integer AS sounding,
      count(*) FILTER (WHERE urgent AND escalated_at IS NOT NULL)::integer AS escalated,
      (SELECT count(*)::integer FROM cases.entry JOIN cases.follow_up AS asked ON asked.id = follow_up
        WHERE NOT here AND answered_at IS NULL AND due_at <= ${now} AND asked.closed_at IS NULL) AS overdue,
      (SELECT count(*)::integer FROM cases.inquiry WHERE side = 'owning' AND decision IS NULL) AS inquiries
    FROM cases.follow_up WHERE side = 'owning' AND acknowledged_at IS NULL AND closed_at IS NULL`.execute(db);
  return rows[0]!;
}

/** Urgent hits that nobody acknowledged and that came in by a moment begin to sound, each once; returns their ids. */
export async function markSounding(tx: Tx, since: Date, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    UPDATE cases.follow_up SET sounded_at = ${now}
    WHERE side = 'owning' AND urgent AND acknowledged_at IS NULL AND closed_at IS NULL AND opened_at <= ${since}
      AND sounded_at IS NULL RETURNING id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The same of those that go to the officers above. */
export async function markEscalated(tx: Tx, since: Date, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    UPDATE cases.follow_up SET escalated_at = ${now}
    WHERE side = 'owning' AND urgent AND acknowledged_at IS NULL AND closed_at IS NULL AND opened_at <= ${since}
      AND escalated_at IS NULL RETURNING id`.execute(tx);
  return rows.map(({ id }) => id);
}
