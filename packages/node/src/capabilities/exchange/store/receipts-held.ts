import type { ReceiptStatus } from '@entente/crypto/envelope/receipt';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { Packing } from '../../../platform/database/packed-bytes.ts';

/** A receipt of another node's for an envelope of this one. */
export interface HeldReceipt {
  seq: number;
  status: ReceiptStatus;
  line: string;
}

/** Keeps receipts; one that is held already stays as it is. */
export async function insertHeld(tx: Tx, node: string, receipts: readonly HeldReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  const packing = new Packing();
  const line = packing.add(receipts.map((receipt) => receipt.line));
  await sql`
    WITH packed (bytes) AS (SELECT ${packing.bytes()}::bytea)
    INSERT INTO exchange.receipt_held (node, seq, status, line)
    SELECT ${node}, seq, status, convert_from(substring(bytes FROM line FOR length), 'UTF8') FROM packed, unnest(
      ${receipts.map(({ seq }) => seq)}::bigint[],
      ${receipts.map(({ status }) => status)}::text[],
      ${line.starts}::int[], ${line.lengths}::int[]
    ) AS held (seq, status, line, length)
    ON CONFLICT (node, seq, status) DO NOTHING`.execute(tx);
}

/** Ids of the envelopes sent to a node under these numbers, by number. */
export async function readSentIds(tx: Tx, node: string, seqs: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ seq: number; envelope: Buffer }>`
    SELECT seq, envelope FROM exchange.outbox WHERE node = ${node} AND seq = ANY(${seqs}::bigint[])`.execute(tx);
  return new Map(rows.map(({ seq, envelope }) => [seq, envelope.toString('hex')]));
}
