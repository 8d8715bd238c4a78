import { sql } from 'kysely';
import type { TestDatabase } from './database.ts';

/** The texts of a record's parts, opened; for a test to compare. */
export async function readLogParts(
  { db, sealing }: Pick<TestDatabase, 'db' | 'sealing'>,
  record: string,
): Promise<{ name: string; text: string }[]> {
  const { rows } = await sql<{ name: string; personal: Buffer }>`
    SELECT name, personal FROM audit.part WHERE record = ${record} AND personal IS NOT NULL ORDER BY name`.execute(db);
  // A part is its salt of 32 bytes and its text.
  return rows.map(({ name, personal }) => ({
    name,
    text: sealing.openBytes(`audit.part/${record}/${name}`, personal).toString('utf8', 32),
  }));
}
