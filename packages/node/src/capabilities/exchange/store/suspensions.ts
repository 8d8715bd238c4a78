import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import { SUSPENSION } from './sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** A channel this node has suspended, and why. */
export interface Suspension {
  node: string;
  suspendedAt: Date;
  reason: string;
}

export async function isSuspended(db: Database | Tx, node: string): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('exchange.suspension')
    .select('node')
    .where('node', '=', node)
    .executeTakeFirst();
  return row !== undefined;
}

/** False where the channel is suspended already. */
export async function insertSuspension(tx: Tx, suspension: Suspension, record: string): Promise<boolean> {
  const { node, suspendedAt, reason } = suspension;
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('exchange.suspension')
    .values({
      node,
      suspended_at: suspendedAt,
      record,
      personal: sealingOf(tx).seal(SUSPENSION.place(node), { reason }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where the channel is not suspended. */
export async function deleteSuspension(tx: Tx, node: string): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('exchange.suspension')
    .where('node', '=', node)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Suspended channels, by node. */
export async function listSuspensions(db: Database): Promise<Map<string, Suspension>> {
  const rows = await tablesOf(db)
    .selectFrom('exchange.suspension')
    .select(['node', 'suspended_at', 'personal'])
    .execute();
  const sealing = sealingOf(db);
  return new Map(
    rows.map(({ node, suspended_at, personal }) => {
      const { reason } = sealing.open<{ reason: string }>(SUSPENSION.place(node), personal);
      return [node, { node, suspendedAt: suspended_at, reason }];
    }),
  );
}
