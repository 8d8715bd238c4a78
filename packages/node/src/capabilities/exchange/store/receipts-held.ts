import type { ReceiptStatus } from '@entente/crypto/envelope/receipt';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** A receipt of another node's for an envelope of this one. */
export interface HeldReceipt {
  seq: number;
  status: ReceiptStatus;
  line: string;
}

/** Keeps receipts; one that is held already stays as it is. */
export async function insertHeld(tx: Tx, node: string, receipts: readonly HeldReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await sql`
    INSERT INTO exchange.receipt_held (node, seq, status, line)
    SELECT ${node}, seq, status, line FROM unnest(
      ${receipts.map(({ seq }) => seq)}::bigint[],
      ${receipts.map(({ status }) => status)}::text[],
      ${receipts.map(({ line }) => line)}::text[]
    ) AS held (seq, status, line)
    ON CONFLICT (node, seq, status) DO NOTHING`.execute(tx);
}

/** Ids of the envelopes sent to a node under these numbers, by number. */
export async function readSentIds(tx: Tx, node: string, seqs: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ seq: number; envelope: Buffer }>`
    SELECT seq, envelope FROM exchange.outbox WHERE node = ${node} AND seq = ANY(${seqs}::bigint[])`.execute(tx);
  return new Map(rows.map(({ seq, envelope }) => [seq, envelope.toString('hex')]));
}
