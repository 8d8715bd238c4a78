import type { Verdict } from '@entente/contracts/screening/second-line';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { DayCount, Tally } from '../model/kept.ts';

/** Checks since a day (UTC), summed. */
export async function readTallies(db: Database | Tx, since: Date): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    SELECT officer AS "officerId", to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, outcome, way,
      sum(count)::integer AS count
    FROM screening.counter WHERE hour >= ${since} GROUP BY 1, 2, 3, 4`.execute(db);
  return rows;
}

/** How often officers asked one question on a day, where that is out of the ordinary. */
export async function readRepeated(db: Database | Tx, since: string): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    SELECT officer AS "officerId", to_char(day, 'YYYY-MM-DD') AS day, count
    FROM screening.repeated WHERE day >= ${since}`.execute(db);
  return rows;
}

export async function countVerdict(tx: Tx, day: string, verdict: Verdict['verdict']): Promise<void> {
  await sql`
    INSERT INTO screening.verdict_counter AS held (day, verdict, count) VALUES (${day}, ${verdict}, 1)
    ON CONFLICT (day, verdict) DO UPDATE SET count = held.count + 1`.execute(tx);
}

/** Verdicts since a day, by verdict. */
export async function readVerdicts(db: Database | Tx, since: string): Promise<Map<Verdict['verdict'], number>> {
  const { rows } = await sql<{ verdict: Verdict['verdict']; count: number }>`
    SELECT verdict, sum(count)::integer AS count FROM screening.verdict_counter
    WHERE day >= ${since} GROUP BY verdict`.execute(db);
  return new Map(rows.map(({ verdict, count }) => [verdict, count]));
}

/** Forgets questions of days that are over, and figures that nobody is shown any more. */
export async function deleteCounts(db: Database | Tx, today: string, oldest: string): Promise<void> {
  await sql`DELETE FROM screening.question WHERE day < ${today}`.execute(db);
  await sql`DELETE FROM screening.repeated WHERE day < ${oldest}`.execute(db);
  await sql`DELETE FROM screening.verdict_counter WHERE day < ${oldest}`.execute(db);
  await sql`DELETE FROM screening.counter WHERE hour < ${new Date(oldest)}`.execute(db);
}
