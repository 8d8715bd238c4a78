import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { HeldHead } from '../../model/witnessing.ts';
import { tablesOf } from './tables.ts';

/** Until the end of the transaction nobody else decides about this log. */
export async function lockLog(tx: Tx, log: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange.cosigning ${log}`}, 0))`.execute(tx);
}

/** The head of a log that this node cosigned last. */
export async function readCosignedHead(db: Database | Tx, log: string): Promise<HeldHead | undefined> {
  return await tablesOf(db)
    .selectFrom('exchange.cosigned')
    .select(['size', 'root', 'note'])
    .where('log', '=', log)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Writes down a head before it is cosigned. Another root for a size that was cosigned breaks the table's key. */
export async function insertCosigned(tx: Tx, log: string, head: HeldHead, at: Date): Promise<void> {
  await tablesOf(tx)
    .insertInto('exchange.cosigned')
    .values({ log, size: head.size, root: Buffer.from(head.root), note: head.note, cosigned_at: at })
    .execute();
}
