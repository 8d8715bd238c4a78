import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** An envelope of this node's, and how far it has come. */
export interface SentRow {
  /** The row of the outbox that was asked about; the envelope may be one that was sent in its place. */
  asked: string;
  seq: number | null;
  voided: boolean | null;
  /** Its receiver has stored it. */
  delivered: boolean;
  /** The receipt that it was accepted or refused with. */
  receipt: string | null;
}

/** What became of rows of the outbox; of one that was released, what became of the one sent in its place. */
export async function readSent(db: Database | Tx, ids: readonly string[]): Promise<SentRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<SentRow>`
    WITH RECURSIVE follow (asked, id) AS (
      SELECT id, id FROM unnest(${ids}::uuid[]) AS given (id)
      UNION ALL
      SELECT follow.asked, letter.released_as FROM follow JOIN exchange.dead_letter AS letter USING (id)
      WHERE letter.released_as IS NOT NULL
    )
    SELECT follow.asked, outbox.seq, outbox.voided, coalesce(outbox.seq <= outgoing.delivered, false) AS delivered,
      held.line AS receipt
    FROM follow JOIN exchange.outbox USING (id)
    LEFT JOIN exchange.outgoing ON outgoing.node = outbox.node
    LEFT JOIN exchange.receipt_held AS held
      ON held.node = outbox.node AND held.seq = outbox.seq AND held.status IN ('accepted', 'refused')
    WHERE NOT EXISTS (
      SELECT FROM exchange.dead_letter AS letter WHERE letter.id = follow.id AND letter.released_as IS NOT NULL
    )`.execute(db);
  return rows;
}
