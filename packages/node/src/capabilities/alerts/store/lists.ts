import type { ListAction, ListId } from '@entente/contracts/alerts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { LISTS, type ListBasisView, type StoredBasis } from '../model.ts';

interface ListTable {
  id: ListId;
  format: string;
  legal_basis: string | null;
  action: ListAction | null;
  stated_by: string | null;
  stated_at: Date | null;
}

type Tables = { 'alerts.list': ListTable };

/** Every list with its basis, if one is stated. */
export async function listBases(db: Database): Promise<ListBasisView[]> {
  const rows = await db.withTables<Tables>().selectFrom('alerts.list').selectAll().orderBy('id').execute();
  return rows
    .filter((row) => row.id in LISTS)
    .map((row) => ({ id: row.id, names: LISTS[row.id].names, basis: basisOf(row) }));
}

function basisOf(row: ListTable): StoredBasis | null {
  const { legal_basis: legalBasis, action, stated_by: statedBy, stated_at: statedAt } = row;
  return legalBasis && action && statedBy && statedAt ? { legalBasis, action, statedBy, statedAt } : null;
}

/** States or, with null, withdraws a basis; returns the one before, having locked the list's row. */
export async function replaceBasis(tx: Tx, list: ListId, basis: StoredBasis | null): Promise<StoredBasis | null> {
  const lists = tx.withTables<Tables>();
  const before = await lists
    .selectFrom('alerts.list')
    .selectAll()
    .where('id', '=', list)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await lists
    .updateTable('alerts.list')
    .set({
      legal_basis: basis?.legalBasis ?? null,
      action: basis?.action ?? null,
      stated_by: basis?.statedBy ?? null,
      stated_at: basis?.statedAt ?? null,
    })
    .where('id', '=', list)
    .execute();
  return basisOf(before);
}
