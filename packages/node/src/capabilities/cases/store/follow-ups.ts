import type { Selectable } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { FollowUp } from '../model/case.ts';
import { FOLLOW_UP } from './sealed-tables.ts';
import { type CasesTables, tablesOf } from './tables.ts';

type Row = Selectable<CasesTables['cases.follow_up']>;

export async function insertFollowUp(tx: Tx, opened: FollowUp): Promise<void> {
  await tablesOf(tx).insertInto('cases.follow_up').values(toRow(tx, opened)).execute();
}

export async function findFollowUp(db: Database | Tx, id: string): Promise<FollowUp | undefined> {
  const row = await tablesOf(db).selectFrom('cases.follow_up').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(db, row);
}

/** The same, and its row stays locked until the transaction ends. */
export async function lockFollowUp(tx: Tx, id: string): Promise<FollowUp | undefined> {
  const query = tablesOf(tx).selectFrom('cases.follow_up').selectAll().where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  return row && fromRow(tx, row);
}

/** Writes what changes of a case that is locked. */
export async function updateFollowUp(tx: Tx, changed: FollowUp): Promise<void> {
  await tablesOf(tx)
    .updateTable('cases.follow_up')
    .set({
      changed_at: changed.changedAt,
      acknowledged_at: changed.acknowledgedAt,
      officer: changed.officer,
      closed_at: changed.closedAt,
      entries: changed.entries,
    })
    .where('id', '=', changed.id)
    .execute();
}

/** Where a page of cases begins: behind the case that changed last then. */
export interface FollowUpPlace {
  changedAt: Date;
  id: string;
}

export interface FollowUpFilter {
  /** Those the asking officer may see. */
  categories: readonly string[];
  open?: boolean | undefined;
  urgent?: boolean | undefined;
  officer?: string | undefined;
  before?: FollowUpPlace | undefined;
  limit: number;
}

/** Cases, those that changed last first. */
export async function listFollowUps(db: Database | Tx, filter: FollowUpFilter): Promise<FollowUp[]> {
  const { categories, open, urgent, officer, before, limit } = filter;
  if (categories.length === 0) return [];
  let query = tablesOf(db).selectFrom('cases.follow_up').selectAll().where('category', 'in', categories);
  if (open !== undefined) query = query.where('closed_at', open ? 'is' : 'is not', null);
  if (urgent !== undefined) query = query.where('urgent', '=', urgent);
  if (officer !== undefined) query = query.where('officer', '=', officer);
  if (before)
    query = query.where((row) =>
      row.or([
        row('changed_at', '<', before.changedAt),
        row.and([row('changed_at', '=', before.changedAt), row('id', '<', before.id)]),
      ]),
    );
  const rows = await query.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => fromRow(db, row));
}

/** Erases cases closed before a moment, with their entries. */
export async function deleteFollowUps(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('cases.follow_up')
    .where('closed_at', '<=', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function fromRow(db: Database | Tx, row: Row): FollowUp {
  const { id, side, node, other, reference, owner, category, urgent, officer, entries } = row;
  return {
    id,
    side,
    other: node !== null && other !== null ? { node, state: other } : null,
    alert: { reference, owner, category },
    urgent,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    acknowledgedAt: row.acknowledged_at,
    officer,
    soundedAt: row.sounded_at,
    escalatedAt: row.escalated_at,
    closedAt: row.closed_at,
    entries,
    personal: sealingOf(db).open(FOLLOW_UP.place(id), row.personal),
  };
}

function toRow(tx: Tx, of: FollowUp): Row {
  return {
    id: of.id,
    side: of.side,
    node: of.other?.node ?? null,
    other: of.other?.state ?? null,
    ...of.alert,
    urgent: of.urgent,
    opened_at: of.openedAt,
    changed_at: of.changedAt,
    acknowledged_at: of.acknowledgedAt,
    officer: of.officer,
    sounded_at: of.soundedAt,
    escalated_at: of.escalatedAt,
    closed_at: of.closedAt,
    entries: of.entries,
    personal: sealingOf(tx).seal(FOLLOW_UP.place(of.id), of.personal),
  };
}
