import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** The revision an alert had when its holders were told of it; never a smaller one. */
export async function raiseRevision(tx: Tx, id: string, to: number): Promise<void> {
  await sql`UPDATE alerts.alert SET revision = greatest(revision, ${to}) WHERE id = ${id}`.execute(tx);
}

/** References of the year go on far above what may have been given and forgotten. */
export async function skipReferences(tx: Tx, year: number, by: number): Promise<void> {
  await sql`
    INSERT INTO alerts.reference AS given (year, last) VALUES (${year}, ${by})
    ON CONFLICT (year) DO UPDATE SET last = given.last + ${by}`.execute(tx);
}

/** References of a year go on above one that was given, such as `KZ-2026-000123`. */
export async function raiseReference(tx: Tx, reference: string): Promise<void> {
  const [year, given] = reference.split('-').slice(1).map(Number);
  await sql`
    INSERT INTO alerts.reference AS known (year, last) VALUES (${year}, ${given})
    ON CONFLICT (year) DO UPDATE SET last = greatest(known.last, ${given})`.execute(tx);
}
