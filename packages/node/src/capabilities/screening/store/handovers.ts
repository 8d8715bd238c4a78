import type { Selectable } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { StoredHandover } from '../model/handover.ts';
import { HANDOVER } from './sealed-tables.ts';
import { type ScreeningTables, tablesOf } from './tables.ts';

type Row = Selectable<ScreeningTables['screening.handover']>;

export async function insertHandover(tx: Tx, handover: StoredHandover): Promise<void> {
  const { id, authority, fromOfficer, fromAt, toOfficer, toAt, record, personal } = handover;
  await tablesOf(tx)
    .insertInto('screening.handover')
    .values({
      id,
      authority,
      from_officer: fromOfficer,
      from_at: fromAt,
      to_officer: toOfficer,
      to_at: toAt,
      record,
      personal: sealingOf(tx).seal(HANDOVER.place(id), personal),
    })
    .execute();
}

/** Handovers of an authority, the latest first. */
export async function listHandovers(db: Database | Tx, authority: string, limit: number): Promise<StoredHandover[]> {
  const rows = await tablesOf(db)
    .selectFrom('screening.handover')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('from_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow(db, row));
}

/** A handover, whose row stays locked until the transaction ends. */
export async function lockHandover(tx: Tx, id: string, authority: string): Promise<StoredHandover | undefined> {
  const row = await tablesOf(tx)
    .selectFrom('screening.handover')
    .selectAll()
    .where('id', '=', id)
    .where('authority', '=', authority)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(tx, row);
}

/** The next officer's signature on a handover that is locked. */
export async function signHandover(tx: Tx, id: string, officer: string, at: Date): Promise<void> {
  await tablesOf(tx)
    .updateTable('screening.handover')
    .set({ to_officer: officer, to_at: at })
    .where('id', '=', id)
    .execute();
}

export async function deleteHandovers(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('screening.handover')
    .where('from_at', '<=', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function fromRow(db: Database | Tx, row: Row): StoredHandover {
  const { id, authority, record, personal } = row;
  return {
    id,
    authority,
    fromOfficer: row.from_officer,
    fromAt: row.from_at,
    toOfficer: row.to_officer,
    toAt: row.to_at,
    record,
    personal: sealingOf(db).open(HANDOVER.place(id), personal),
  };
}
