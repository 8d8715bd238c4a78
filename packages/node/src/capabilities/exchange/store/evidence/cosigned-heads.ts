import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/database.ts';

/** Cosignatures on the smallest heads of this node's log above a position that have any, in the order of their size. */
export async function readCosignedAbove(
  db: Database,
  { position, limit }: { position: number; limit: number },
): Promise<{ size: number; lines: string[] }[]> {
  const { rows } = await sql<{ size: number; lines: string[] }>`
    SELECT size, array_agg(line ORDER BY node) AS lines FROM exchange.cosignature
    WHERE size > ${position} GROUP BY size ORDER BY size LIMIT ${limit}`.execute(db);
  return rows;
}
