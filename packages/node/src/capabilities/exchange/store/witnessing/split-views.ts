import type { Database, Tx } from '../../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** Two notes that one log has signed and that no single history has both. */
export interface SplitProof {
  log: string;
  held: string;
  shown: string;
  /** Who showed the other one. */
  node: string;
  foundAt: Date;
}

/** Split views found, by the log's origin. */
export async function readSplitViews(db: Database | Tx): Promise<Map<string, SplitProof>> {
  const rows = await tablesOf(db)
    .selectFrom('exchange.split_view')
    .select(['log', 'held', 'shown', 'node', 'found_at'])
    .execute();
  return new Map(rows.map(({ found_at, ...row }) => [row.log, { ...row, foundAt: found_at }]));
}

export async function hasSplitView(db: Database | Tx, log: string): Promise<boolean> {
  const row = await tablesOf(db)
    .selectFrom('exchange.split_view')
    .select('log')
    .where('log', '=', log)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSplitView(tx: Tx, { foundAt, ...proof }: SplitProof, record: string): Promise<void> {
  await tablesOf(tx)
    .insertInto('exchange.split_view')
    .values({ ...proof, found_at: foundAt, record })
    .execute();
}
