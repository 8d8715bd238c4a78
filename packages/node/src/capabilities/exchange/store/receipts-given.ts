import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { Packing } from '../../../platform/database/packed-bytes.ts';

/** A receipt for an envelope that this node has dealt with. */
export interface GivenReceipt {
  seq: number;
  status: 'accepted' | 'refused' | 'opened';
  line: string;
}

/** Stores receipts under the numbers after `last`, in order; the caller holds the lock of applying. */
export async function insertGiven(
  tx: Tx,
  node: string,
  last: number,
  receipts: readonly GivenReceipt[],
): Promise<void> {
  const packing = new Packing();
  const line = packing.add(receipts.map((receipt) => receipt.line));
  await sql`
    WITH packed (bytes) AS (SELECT ${packing.bytes()}::bytea)
    INSERT INTO exchange.receipt_given (node, number, seq, status, line)
    SELECT ${node}, ${last}::bigint + nth, seq, status, convert_from(substring(bytes FROM line FOR length), 'UTF8')
    FROM packed, unnest(
      ${receipts.map(({ seq }) => seq)}::bigint[],
      ${receipts.map(({ status }) => status)}::text[],
      ${line.starts}::int[], ${line.lengths}::int[]
    ) WITH ORDINALITY AS given (seq, status, line, length, nth)`.execute(tx);
}

/** Lines of the receipts for a node after a number, in order. */
export async function readGiven(db: Database, node: string, after: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    SELECT line FROM exchange.receipt_given WHERE node = ${node} AND number > ${after}
    ORDER BY number LIMIT ${limit}`.execute(db);
  return rows.map(({ line }) => line);
}
