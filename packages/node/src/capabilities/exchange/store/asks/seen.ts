import type { Tx } from '../../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** Remembers a question's id until it expires, and forgets those that have. False where it came before. */
export async function rememberAsk(
  tx: Tx,
  { node, id, expiresAt }: { node: string; id: string; expiresAt: Date },
  now: Date,
): Promise<boolean> {
  await tablesOf(tx).deleteFrom('exchange.ask_seen').where('expires_at', '<=', now).execute();
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('exchange.ask_seen')
    .values({ node, id, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
