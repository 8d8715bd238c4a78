import type { ImportChange, ImportProblem } from '@entente/contracts/alerts';
import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { sealInTurns } from '../../../platform/sealing/turns.ts';
import { IMPORT_CHANGE, IMPORT_PROBLEM } from './sealed-tables.ts';

/** A page of a report; `after` is the number of the last row held, 0 for the first page. */
export interface ReportPage {
  after: number;
  limit: number;
}

/** Adds changes to the report of an import, numbered from `first`, in the transaction of the change. */
export async function insertChanges(tx: Tx, id: string, first: number, changes: ImportChange[]): Promise<void> {
  if (changes.length === 0) return;
  const contents = changes.map(({ name }, at) => ({
    place: IMPORT_CHANGE.place(id, first + at),
    content: Buffer.from(JSON.stringify({ name }), 'utf8'),
  }));
  const sealed = await sealInTurns(sealingOf(tx), contents);
  const rows = changes.map(({ name: _, ...row }, at) => ({
    number: first + at,
    ...row,
    personal: sealed[at]!.toString('hex'),
  }));
  await sql`
    INSERT INTO alerts.import_change (import, number, change, ref, kind, fields, personal)
    SELECT ${id}::uuid, number, change, ref, kind, fields, decode(personal, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS incoming (number integer, change text, ref text, kind text, fields text[], personal text)`.execute(tx);
}

/** Adds problems to the report, outside the import's transaction, so that a failed import's report stands. */
export async function insertProblems(
  db: Database,
  id: string,
  first: number,
  problems: ImportProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const sealing = sealingOf(db);
  const numbers = problems.map((_, at) => first + at);
  const personal = problems.map((problem, at) => sealing.seal(IMPORT_PROBLEM.place(id, first + at), problem));
  await sql`
    INSERT INTO alerts.import_problem (import, number, personal)
    SELECT ${id}::uuid, number, personal
    FROM unnest(${numbers}::integer[], ${personal}::bytea[]) AS incoming (number, personal)`.execute(db);
}

/** A page of changes, of one kind or of all, with the number of each row. */
export async function readChanges(
  db: Database,
  id: string,
  change: ImportChange['change'] | undefined,
  { after, limit }: ReportPage,
): Promise<{ number: number; row: ImportChange }[]> {
  const { rows } = await sql<Omit<ImportChange, 'name'> & { number: number; personal: Buffer }>`
    SELECT number, change, ref, kind, fields, personal FROM alerts.import_change
    WHERE import = ${id} AND number > ${after} AND (${change ?? null}::text IS NULL OR change = ${change ?? null})
    ORDER BY number LIMIT ${limit}`.execute(db);
  const sealing = sealingOf(db);
  return rows.map(({ number, personal, ...row }) => ({
    number,
    row: { ...row, ...sealing.open<Pick<ImportChange, 'name'>>(IMPORT_CHANGE.place(id, number), personal) },
  }));
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
  const { rows } = await sql<{ number: number; personal: Buffer }>`
    SELECT number, personal FROM alerts.import_problem
    WHERE import = ${id} AND number > ${after} ORDER BY number LIMIT ${limit}`.execute(db);
  const sealing = sealingOf(db);
  return rows.map(({ number, personal }) => ({
    number,
    row: sealing.open<ImportProblem>(IMPORT_PROBLEM.place(id, number), personal),
  }));
}

export async function countProblems(db: Database, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM alerts.import_problem WHERE import = ${id}`.execute(db);
  return rows[0]?.count ?? 0;
}
