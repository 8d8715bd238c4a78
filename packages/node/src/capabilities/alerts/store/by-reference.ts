import type { Database, Tx } from '../../../platform/database/database.ts';
import type { StoredAlert } from '../model.ts';
import { tablesOf } from './tables.ts';

/** An alert that is or has been in force, by the reference officers and other nodes cite; nothing personal of it. */
export async function findAlertByReference(
  db: Database | Tx,
  reference: string,
): Promise<Pick<StoredAlert, 'id' | 'owner' | 'category'> | undefined> {
  return await tablesOf(db)
    .selectFrom('alerts.alert')
    .select(['id', 'owner', 'category'])
    .where('reference', '=', reference)
    .where('current', 'is not', null)
    .executeTakeFirst();
}
