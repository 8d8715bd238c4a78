import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** The public key of oversight, in one line; undefined before it is founded. */
export async function readOversightKey(db: Database | Tx): Promise<string | undefined> {
  const row = await tablesOf(db).selectFrom('screening.oversight_key').select('sealing_key').executeTakeFirst();
  return row?.sealing_key;
}

/** False when another process has founded one a moment ago. */
export async function insertOversightKey(tx: Tx, id: Uint8Array, sealingKey: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('screening.oversight_key')
    .values({ id: Buffer.from(id), sealing_key: sealingKey, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
