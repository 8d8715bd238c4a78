import { type Selectable, sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { Inquiry } from '../model/inquiry.ts';
import { INQUIRY } from './sealed-tables.ts';
import { type CasesTables, tablesOf } from './tables.ts';

type Row = Selectable<CasesTables['cases.inquiry']>;

/** False where the other side was asked about the reference before, and nothing is written. */
export async function insertInquiry(tx: Tx, inquiry: Inquiry): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('cases.inquiry')
    .values(toRow(tx, inquiry))
    .onConflict((conflict) => conflict.columns(['side', 'node', 'reference']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findInquiry(db: Database | Tx, id: string): Promise<Inquiry | undefined> {
  const row = await tablesOf(db).selectFrom('cases.inquiry').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(db, row);
}

/** The same, and its row stays locked until the transaction ends. */
export async function lockInquiry(tx: Tx, id: string): Promise<Inquiry | undefined> {
  const query = tablesOf(tx).selectFrom('cases.inquiry').selectAll().where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  return row && fromRow(tx, row);
}

/** Writes an inquiry that is locked. */
export async function updateInquiry(tx: Tx, inquiry: Inquiry): Promise<void> {
  const { id, ...row } = toRow(tx, inquiry);
  await tablesOf(tx).updateTable('cases.inquiry').set(row).where('id', '=', id).execute();
}

/** An inquiry without what is sealed. */
export type PlainInquiry = Omit<Inquiry, 'personal'>;

/** Those that wait for this state's decision first, the longest waiting before the others; then the newest. */
export async function listInquiries(
  db: Database | Tx,
  { categories, limit }: { categories: readonly string[]; limit: number },
): Promise<PlainInquiry[]> {
  const { rows } = await sql<Row>`
    SELECT * FROM cases.inquiry WHERE category IS NULL OR category = ANY(${categories}::text[])
    ORDER BY side = 'owning' AND decision IS NULL DESC,
      CASE WHEN side = 'owning' AND decision IS NULL THEN asked_at END, asked_at DESC, id
    LIMIT ${limit}`.execute(db);
  return rows.map(plainOf);
}

/** How many of these categories wait for this state's decision. */
export async function countUndecided(db: Database | Tx, categories: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM cases.inquiry
    WHERE side = 'owning' AND decision IS NULL AND category = ANY(${categories}::text[])`.execute(db);
  return rows[0]!.count;
}

/** What this state has told and not taken back: the alert of each by its reference. */
export async function listTold(db: Database | Tx): Promise<{ id: string; alert: string }[]> {
  const { rows } = await sql<{ id: string; alert: string }>`
    SELECT id, alert FROM cases.inquiry
    WHERE side = 'owning' AND decision = 'confirmed' AND recalled_at IS NULL ORDER BY id`.execute(db);
  return rows;
}

/** Erases those that have come to their term; returns which, and with whom. */
export async function deleteInquiries(tx: Tx, now: Date): Promise<{ id: string; node: string }[]> {
  return await tablesOf(tx)
    .deleteFrom('cases.inquiry')
    .where('expires_at', '<=', now)
    .returning(['id', 'node'])
    .execute();
}

function toRow(tx: Tx, inquiry: Inquiry): Row {
  const { id, side, other, reference, alert, category, officer, decision, outbox, personal } = inquiry;
  return {
    ...{ id, side, node: other.node, other: other.state, reference, alert, category, officer, decision, outbox },
    asked_at: inquiry.askedAt,
    decided_at: inquiry.decidedAt,
    recalled_at: inquiry.recalledAt,
    expires_at: inquiry.expiresAt,
    personal: sealingOf(tx).seal(INQUIRY.place(id), personal),
  };
}

function fromRow(db: Database | Tx, row: Row): Inquiry {
  return { ...plainOf(row), personal: sealingOf(db).open(INQUIRY.place(row.id), row.personal) };
}

function plainOf({ id, side, node, other, reference, alert, category, officer, decision, outbox, ...row }: Row) {
  return {
    ...{ id, side, other: { node, state: other }, reference, alert, category, officer, decision, outbox },
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    recalledAt: row.recalled_at,
    expiresAt: row.expires_at,
  } satisfies PlainInquiry;
}
