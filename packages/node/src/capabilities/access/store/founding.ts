import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Founding } from '../model.ts';
import { tablesOf } from './tables.ts';

export async function readFounding(db: Database | Tx): Promise<Founding | undefined> {
  const row = await tablesOf(db).selectFrom('access.node').selectAll().executeTakeFirst();
  return row && { state: row.state, demonstration: row.demonstration, foundedAt: row.founded_at };
}

/** False when the node had been founded before; then nothing changes. */
export async function insertFounding(tx: Tx, founding: Founding): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('access.node')
    .values({ state: founding.state, demonstration: founding.demonstration, founded_at: founding.foundedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
