import type { GrownTile } from '@entente/crypto/tlog/grow';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { tablesOf } from './tables.ts';

/** Mirrored tiles of a log at these places, in the order asked; undefined where there is none. */
export async function readMirrored(
  db: Database | Tx,
  log: string,
  places: { level: number; index: number }[],
): Promise<(Uint8Array | undefined)[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<{ hashes: Buffer | null }>`
    SELECT tile.hashes
    FROM unnest(${places.map(({ level }) => level)}::smallint[], ${places.map(({ index }) => index)}::bigint[])
      WITH ORDINALITY AS place (level, index, nth)
    LEFT JOIN exchange.mirrored_tile AS tile
      ON tile.log = ${log} AND tile.level = place.level AND tile.index = place.index
    ORDER BY place.nth`.execute(db);
  return rows.map(({ hashes }) => hashes ?? undefined);
}

export async function writeMirrored(tx: Tx, log: string, tiles: readonly GrownTile[]): Promise<void> {
  if (tiles.length === 0) return;
  await tablesOf(tx)
    .insertInto('exchange.mirrored_tile')
    .values(tiles.map(({ level, index, hashes }) => ({ log, level, index, hashes: Buffer.from(hashes) })))
    .onConflict((conflict) =>
      conflict.columns(['log', 'level', 'index']).doUpdateSet((row) => ({ hashes: row.ref('excluded.hashes') })),
    )
    .execute();
}
