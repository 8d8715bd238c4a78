import { sql } from 'kysely';
import { type Database, sealingOf, type Tx } from '../../../platform/database/database.ts';
import type { Draft } from '../model/envelopes.ts';
import { OUTBOX } from './sealed-tables.ts';

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

/** A held envelope with all that is needed to send it again. */
export interface HeldLetter {
  envelope: string;
  node: string;
  type: string;
  handling: string;
  instrument: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  code: string;
  draft: Draft;
}

/** The letter, which nobody else releases meanwhile; undefined where it is none, was released, or its body was erased. */
export async function lockDeadLetter(tx: Tx, id: string): Promise<HeldLetter | undefined> {
  const { rows } = await sql<Omit<HeldLetter, 'draft'> & { personal: Buffer }>`
    SELECT encode(outbox.envelope, 'hex') AS envelope, outbox.node, outbox.type, outbox.handling, outbox.instrument,
      outbox.created_at AS "createdAt", outbox.expires_at AS "expiresAt", letter.code, outbox.personal
    FROM exchange.dead_letter AS letter JOIN exchange.outbox USING (id)
    WHERE letter.id = ${id} AND letter.released_at IS NULL AND outbox.personal IS NOT NULL
    FOR UPDATE OF letter`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { personal, ...letter } = row;
  return { ...letter, draft: sealingOf(tx).open<Draft>(OUTBOX.place(id), personal) };
}

export async function markReleased(tx: Tx, id: string, at: Date, releasedAs: string): Promise<void> {
  await sql`
    UPDATE exchange.dead_letter SET released_at = ${at}, released_as = ${releasedAs} WHERE id = ${id}`.execute(tx);
}
