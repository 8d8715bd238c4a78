import { sql } from 'kysely';
import type { Resting } from './state.ts';

/** Numbers from one node to another that were used up without their content. */
export async function readPassed(from: Resting, to: Resting): Promise<Set<number>> {
  const { rows } = await sql<{ seq: number }>`
    SELECT generate_series(first, last) AS seq FROM exchange.passed
    WHERE node = ${to.id} AND direction = 'out'`.execute(from.db);
  return new Set(rows.map(({ seq }) => seq));
}
