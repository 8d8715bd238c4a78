import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/database.ts';

/** How far a restored node has come, as it knows. */
export interface ComesFrom {
  received: number;
  applied: number;
  receipts: number;
}

/** Begins again for a node where it says it stands. False where it is no further back than was known. */
export async function rewindOutgoing(
  tx: Tx,
  node: string,
  { received, applied, receipts }: ComesFrom,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE exchange.outgoing SET delivered = least(delivered, ${received}), settled = least(settled, ${applied}),
      receipts = least(receipts, ${receipts})
    WHERE node = ${node} AND (delivered > ${received} OR receipts > ${receipts})`.execute(tx);
  return numAffectedRows === 1n;
}

/** Sets aside the receipts it has forgotten, and what was held since it refused it: it decides once more. */
export async function supersedeReceipts(tx: Tx, node: string, from: ComesFrom, at: Date): Promise<void> {
  const { received, applied } = from;
  await sql`
    WITH gone AS (
      DELETE FROM exchange.receipt_held WHERE node = ${node}
        AND seq > CASE status WHEN 'received' THEN ${received}::bigint ELSE ${applied}::bigint END
      RETURNING node, seq, status, line
    )
    INSERT INTO exchange.receipt_superseded (node, seq, status, at, line)
    SELECT node, seq, status, ${at}, line FROM gone`.execute(tx);
  await sql`
    DELETE FROM exchange.dead_letter USING exchange.outbox
    WHERE dead_letter.id = outbox.id AND outbox.node = ${node} AND outbox.seq > ${applied}
      AND dead_letter.code <> 'expired' AND dead_letter.released_at IS NULL`.execute(tx);
}
