import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';

/** Keeps envelopes that had expired before they went. */
export async function insertExpired(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    INSERT INTO exchange.dead_letter (id, at, code)
    SELECT id, ${at}::timestamptz, 'expired' FROM unnest(${ids}::uuid[]) AS expired (id)`.execute(tx);
}

/** Keeps envelopes that their receiver refused. */
export async function insertRefused(
  tx: Tx,
  node: string,
  at: Date,
  refusals: readonly { seq: number; code: string }[],
): Promise<void> {
  if (refusals.length === 0) return;
  await sql`
    INSERT INTO exchange.dead_letter (id, at, code)
    SELECT outbox.id, ${at}::timestamptz, refused.code FROM unnest(
      ${refusals.map(({ seq }) => seq)}::bigint[],
      ${refusals.map(({ code }) => code)}::text[]
    ) AS refused (seq, code)
    JOIN exchange.outbox ON outbox.node = ${node} AND outbox.seq = refused.seq
    ON CONFLICT (id) DO NOTHING`.execute(tx);
}

export type DeadLetterRow = {
  id: string;
  envelope: string;
  node: string;
  seq: number;
  type: string;
  at: Date;
  code: string;
  /** The receipt of the refusal; null for what expired. */
  receipt: string | null;
};

/** Envelopes held that nobody has released, the oldest first. */
export async function listDeadLetters(db: Database, limit: number): Promise<DeadLetterRow[]> {
  const { rows } = await sql<DeadLetterRow>`
    SELECT outbox.id, encode(outbox.envelope, 'hex') AS envelope, outbox.node, outbox.seq, outbox.type, letter.at,
      letter.code, held.line AS receipt
    FROM exchange.dead_letter AS letter JOIN exchange.outbox USING (id)
    LEFT JOIN exchange.receipt_held AS held ON held.node = outbox.node AND held.seq = outbox.seq AND held.status = 'refused'
    WHERE letter.released_at IS NULL ORDER BY letter.at, letter.id LIMIT ${limit}`.execute(db);
  return rows;
}
