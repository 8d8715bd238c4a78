import type { Database, Tx } from '../../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

export async function isPaused(db: Database | Tx, state: string): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('exchange.ask_pause')
    .select('state')
    .where('state', '=', state)
    .executeTakeFirst();
  return row !== undefined;
}

/** False where it is paused already. */
export async function insertPause(tx: Tx, state: string, at: Date, record: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('exchange.ask_pause')
    .values({ state, paused_at: at, record })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where it is not paused. */
export async function deletePause(tx: Tx, state: string): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('exchange.ask_pause')
    .where('state', '=', state)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
