import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** Counts what an officer reads in this hour; returns how much that makes. Hours long past are forgotten. */
export async function countReading(
  tx: Tx,
  officer: string,
  what: 'alert' | 'line',
  at: Date,
  number: number,
): Promise<number> {
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  await sql`DELETE FROM alerts.reading WHERE officer = ${officer} AND hour < ${hour}`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    INSERT INTO alerts.reading AS counted (officer, what, hour, count) VALUES (${officer}, ${what}, ${hour}, ${number})
    ON CONFLICT (officer, what, hour) DO UPDATE SET count = counted.count + ${number} RETURNING count`.execute(tx);
  return rows[0]!.count;
}
