import type { Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** A photograph of another state's alert that is on its way. */
export interface AwaitedPhotograph {
  /** The file it comes as. */
  file: string;
  alert: string;
  /** Its id at the owner. */
  ownersId: string;
  identity: number;
}

export async function insertAwaited(tx: Tx, { ownersId, ...awaited }: AwaitedPhotograph): Promise<void> {
  await tablesOf(tx)
    .insertInto('alerts.photograph_awaited')
    .values({ ...awaited, owners_id: ownersId })
    .execute();
}

/** What a file is awaited as; undefined where nobody waits for it any more. */
export async function findAwaited(tx: Tx, file: string): Promise<AwaitedPhotograph | undefined> {
  return await tablesOf(tx)
    .selectFrom('alerts.photograph_awaited')
    .select(['file', 'alert', 'owners_id as ownersId', 'identity'])
    .where('file', '=', file)
    .executeTakeFirst();
}

/** Waits for none of an alert's any more; gives the files they would have come as. */
export async function deleteAwaited(tx: Tx, alert: string): Promise<string[]> {
  const query = tablesOf(tx).deleteFrom('alerts.photograph_awaited').where('alert', '=', alert).returning('file');
  return (await query.execute()).map(({ file }) => file);
}

export async function deleteAwaitedFile(tx: Tx, file: string): Promise<void> {
  await tablesOf(tx).deleteFrom('alerts.photograph_awaited').where('file', '=', file).execute();
}
