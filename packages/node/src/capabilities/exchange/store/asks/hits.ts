import { type Database, sealingOf, type Tx } from '../../../../platform/database/database.ts';
import type { AskHit } from '../../model/asks.ts';
import { ASK_HIT } from '../sealed-tables.ts';
import { tablesOf } from './tables.ts';

/** Keeps what a reference stands for that was given to a node. */
export async function insertAskHit(
  tx: Tx,
  { reference, node, at }: { reference: string; node: string; at: Date },
  hit: AskHit,
): Promise<void> {
  const personal = sealingOf(tx).seal(ASK_HIT.place(reference), hit);
  await tablesOf(tx).insertInto('exchange.ask_hit').values({ reference, node, at, personal }).execute();
}

/** What a reference stands for, if it was given to this very node and is still kept: somebody else's is as unknown as none. */
export async function findAskHit(db: Database | Tx, node: string, reference: string): Promise<AskHit | undefined> {
  const row = await tablesOf(db)
    .selectFrom('exchange.ask_hit')
    .select('personal')
    .where('reference', '=', reference)
    .where('node', '=', node)
    .executeTakeFirst();
  return row && sealingOf(db).open<AskHit>(ASK_HIT.place(reference), row.personal);
}

/** Forgets those answered before a moment. Returns how many. */
export async function deleteAskHits(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom('exchange.ask_hit')
    .where('at', '<=', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
