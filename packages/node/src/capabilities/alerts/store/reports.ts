import type { ImportChange, ImportProblem } from '@entente/contracts/alerts';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** A page of a report; `after` is the number of the last row held, 0 for the first page. */
export interface ReportPage {
  after: number;
  limit: number;
}

/** Adds changes to the report of an import, numbered from `first`, in the transaction of the change. */
export async function insertChanges(tx: Tx, id: string, first: number, changes: ImportChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ name, ...row }, at) => ({ number: first + at, ...row, personal: { name } }));
  await sql`
    INSERT INTO alerts.import_change (import, number, change, ref, kind, fields, personal)
    SELECT ${id}::uuid, number, change, ref, kind, fields, personal
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS incoming (number integer, change text, ref text, kind text, fields text[], personal jsonb)`.execute(tx);
}

/** Adds problems to the report, outside the import's transaction, so that a failed import's report stands. */
export async function insertProblems(
  db: Database,
  id: string,
  first: number,
  problems: ImportProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map(({ code, values, reason, ...row }, at) => ({
    number: first + at,
    ...row,
    personal: { code, values, reason },
  }));
  await sql`
    INSERT INTO alerts.import_problem (import, number, file, place, ref, personal)
    SELECT ${id}::uuid, number, file, place, ref, personal
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS incoming (number integer, file text, place text, ref text, personal jsonb)`.execute(db);
}

/** A page of changes, of one kind or of all, with the number of each row. */
export async function readChanges(
  db: Database,
  id: string,
  change: ImportChange['change'] | undefined,
  { after, limit }: ReportPage,
): Promise<{ number: number; row: ImportChange }[]> {
  const { rows } = await sql<Omit<ImportChange, 'name'> & { number: number; personal: { name: string } }>`
    SELECT number, change, ref, kind, fields, personal FROM alerts.import_change
    WHERE import = ${id} AND number > ${after} AND (${change ?? null}::text IS NULL OR change = ${change ?? null})
    ORDER BY number LIMIT ${limit}`.execute(db);
  return rows.map(({ number, personal, ...row }) => ({ number, row: { ...row, name: personal.name } }));
}

export async function countChanges(
  db: Database,
  id: string,
  change: ImportChange['change'] | undefined,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM alerts.import_change
    WHERE import = ${id} AND (${change ?? null}::text IS NULL OR change = ${change ?? null})`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function readProblems(
  db: Database,
  id: string,
  { after, limit }: ReportPage,
): Promise<{ number: number; row: ImportProblem }[]> {
  const { rows } = await sql<{
    number: number;
    file: string;
    place: string;
    ref: string | null;
    personal: Pick<ImportProblem, 'code' | 'values' | 'reason'>;
  }>`
    SELECT number, file, place, ref, personal FROM alerts.import_problem
    WHERE import = ${id} AND number > ${after} ORDER BY number LIMIT ${limit}`.execute(db);
  return rows.map(({ number, ref, personal, ...row }) => ({
    number,
    row: { ...row, ...(ref !== null && { ref }), ...personal },
  }));
}

export async function countProblems(db: Database, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM alerts.import_problem WHERE import = ${id}`.execute(db);
  return rows[0]?.count ?? 0;
}
