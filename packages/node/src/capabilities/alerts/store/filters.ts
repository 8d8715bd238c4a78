import { randomUUID } from 'node:crypto';
import type { SavedFilter } from '@entente/contracts/alerts/alert';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { FILTER } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** A saved filter with the row it lies in. */
export interface StoredFilter {
  id: string;
  filter: SavedFilter;
}

/** An officer's own filters, by name. There are few, so that they are sorted here: the names are sealed. */
export async function readFilters(db: Database | Tx, officer: string): Promise<StoredFilter[]> {
  const rows = await tablesOf(db).selectFrom('alerts.filter').selectAll().where('officer', '=', officer).execute();
  return rows
    .map(({ id, personal }) => ({ id, filter: sealingOf(db).open<SavedFilter>(FILTER.place(id), personal) }))
    .sort((left, right) => (left.filter.name < right.filter.name ? -1 : 1));
}

export async function insertFilter(tx: Tx, officer: string, filter: SavedFilter): Promise<void> {
  const id = randomUUID();
  await tablesOf(tx)
    .insertInto('alerts.filter')
    .values({ id, officer, personal: sealingOf(tx).seal(FILTER.place(id), filter) })
    .execute();
}

export async function deleteFilters(tx: Tx, officer: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tablesOf(tx).deleteFrom('alerts.filter').where('officer', '=', officer).where('id', 'in', ids).execute();
}
