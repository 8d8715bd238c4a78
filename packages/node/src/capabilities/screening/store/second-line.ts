import type { Selectable } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { SecondLineCase } from '../model/case.ts';
import { SECOND_LINE } from './sealed-tables.ts';
import { type ScreeningTables, tablesOf } from './tables.ts';

type Row = Selectable<ScreeningTables['screening.second_line']>;

export async function insertCase(tx: Tx, opened: SecondLineCase): Promise<void> {
  await tablesOf(tx).insertInto('screening.second_line').values(toRow(tx, opened)).execute();
}

/** A case, of an authority or of whichever. */
export async function findCase(
  db: Database | Tx,
  id: string,
  authority: string | undefined,
): Promise<SecondLineCase | undefined> {
  const row = await selectCase(db, id, authority).executeTakeFirst();
  return row && fromRow(db, row);
}

/** The same, and its row stays locked until the transaction ends. */
export async function lockCase(tx: Tx, id: string, authority: string | undefined): Promise<SecondLineCase | undefined> {
  const row = await selectCase(tx, id, authority).forUpdate().executeTakeFirst();
  return row && fromRow(tx, row);
}

function selectCase(db: Database | Tx, id: string, authority: string | undefined) {
  const query = tablesOf(db).selectFrom('screening.second_line').selectAll().where('id', '=', id);
  return authority === undefined ? query : query.where('authority', '=', authority);
}

/** Writes a case that is locked as it now is. */
export async function updateCase(tx: Tx, changed: SecondLineCase): Promise<void> {
  const { changed_at, closed_at, held_since, held_until, revision, personal } = toRow(tx, changed);
  await tablesOf(tx)
    .updateTable('screening.second_line')
    .set({ changed_at, closed_at, held_since, held_until, revision, personal })
    .where('id', '=', changed.id)
    .execute();
}

/** Where a page of cases begins: behind the case that was opened then. */
export interface CasePlace {
  openedAt: Date;
  id: string;
}

/** Cases, of an authority or of whichever, the latest first. */
export async function listCases(
  db: Database | Tx,
  authority: string | undefined,
  filter: { open?: boolean | undefined; before?: CasePlace | undefined; limit: number },
): Promise<SecondLineCase[]> {
  let query = tablesOf(db).selectFrom('screening.second_line').selectAll();
  if (authority !== undefined) query = query.where('authority', '=', authority);
  if (filter.open !== undefined) query = query.where('closed_at', filter.open ? 'is' : 'is not', null);
  const { before } = filter;
  if (before)
    query = query.where((row) =>
      row.or([
        row('opened_at', '<', before.openedAt),
        row.and([row('opened_at', '=', before.openedAt), row('id', '<', before.id)]),
      ]),
    );
  const rows = await query.orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
  return rows.map((row) => fromRow(db, row));
}

/** Marks cases whose clock passed the limit, each once; returns their ids. `before`: who is held since then is overdue. */
export async function markOverdue(tx: Tx, before: Date, now: Date): Promise<string[]> {
  const rows = await tablesOf(tx)
    .updateTable('screening.second_line')
    .set({ overdue_at: now })
    .where('held_since', '<=', before)
    .where('held_until', 'is', null)
    .where('overdue_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Erases cases closed before a moment, and those left open for that long. */
export async function deleteCases(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('screening.second_line')
    .where((row) => row(row.fn.coalesce('closed_at', 'changed_at'), '<=', before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function fromRow(db: Database | Tx, row: Row): SecondLineCase {
  const { id, check, authority, revision } = row;
  return {
    id,
    check,
    authority,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    closedAt: row.closed_at,
    held: row.held_since && { since: row.held_since, stoppedAt: row.held_until },
    revision,
    personal: sealingOf(db).open(SECOND_LINE.place(id), row.personal),
  };
}

function toRow(tx: Tx, of: SecondLineCase): Omit<Row, 'overdue_at'> {
  const { id, check, authority, revision } = of;
  return {
    id,
    check,
    authority,
    opened_by: of.openedBy,
    opened_at: of.openedAt,
    changed_at: of.changedAt,
    closed_at: of.closedAt,
    held_since: of.held?.since ?? null,
    held_until: of.held?.stoppedAt ?? null,
    revision,
    personal: sealingOf(tx).seal(SECOND_LINE.place(id), of.personal),
  };
}
