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

/** Which envelope a receipt is for. */
export interface OfEnvelope {
  node: string;
  seq: number;
}

export async function isOpened(tx: Tx, { node, seq }: OfEnvelope): Promise<boolean> {
  const { rows } = await sql<{ opened: boolean }>`
    SELECT EXISTS (
      SELECT FROM exchange.receipt_given WHERE node = ${node} AND seq = ${seq} AND status = 'opened'
    ) AS opened`.execute(tx);
  return rows[0]!.opened;
}

/** Stores a receipt without a number, which it gets once it is committed. False where there is one already. */
export async function insertOpened(tx: Tx, { node, seq }: OfEnvelope, line: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO exchange.receipt_given (node, seq, status, line) VALUES (${node}, ${seq}, 'opened', ${line})
    ON CONFLICT (node, seq, status) DO NOTHING`.execute(tx);
  return numAffectedRows === 1n;
}

/** Gives those without a number the numbers after `last`; the caller holds the lock of applying. Returns how many there were. */
export async function numberGiven(tx: Tx, node: string, last: number): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE exchange.receipt_given SET number = ${last}::bigint + waiting.nth
    FROM (
      SELECT id, row_number() OVER (ORDER BY id) AS nth FROM exchange.receipt_given
      WHERE node = ${node} AND number IS NULL
    ) AS waiting
    WHERE receipt_given.id = waiting.id`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
