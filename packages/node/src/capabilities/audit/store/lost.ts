import type { LostRecord } from '@entente/crypto/log/source';
import { HASH_BYTES, type Hash } from '@entente/crypto/sha256';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** Keeps the hashes of records whose contents are lost, in the order of their places. */
export async function insertLost(tx: Tx, lost: readonly { position: number; leafHash: Hash }[]): Promise<void> {
  if (lost.length === 0) return;
  const hashes = Buffer.concat(lost.map(({ leafHash }) => leafHash));
  await sql`
    WITH packed (hashes) AS (SELECT ${hashes}::bytea)
    INSERT INTO audit.lost_record (position, leaf_hash)
    SELECT position, substring(hashes FROM (nth::int - 1) * ${HASH_BYTES} + 1 FOR ${HASH_BYTES})
    FROM packed, unnest(${lost.map(({ position }) => position)}::bigint[]) WITH ORDINALITY AS place (position, nth)`.execute(
    tx,
  );
}

/** Lost records from one position up to, not including, another; in order. */
export async function readLost(db: Database | Tx, from: number, to: number): Promise<LostRecord[]> {
  const rows = await tablesOf(db)
    .selectFrom('audit.lost_record')
    .selectAll()
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute();
  return rows.map(({ position, leaf_hash }) => ({ index: position, lostHash: leaf_hash }));
}

/** All lost records in order, some at a time. */
export async function* readAllLost(tx: Tx, batch: number): AsyncGenerator<LostRecord> {
  for (let after = -1; ; ) {
    const rows = await tablesOf(tx)
      .selectFrom('audit.lost_record')
      .selectAll()
      .where('position', '>', after)
      .orderBy('position')
      .limit(batch)
      .execute();
    yield* rows.map(({ position, leaf_hash }) => ({ index: position, lostHash: leaf_hash }));
    if (rows.length < batch) return;
    after = rows.at(-1)!.position;
  }
}
