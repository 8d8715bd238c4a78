import type { GrownTile } from '@entente/crypto/tlog/grow';
import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { LogHead } from '../model.ts';
import { tablesOf } from './tables.ts';

export async function readHead(db: Database): Promise<LogHead | undefined> {
  const row = await tablesOf(db).selectFrom('audit.log').selectAll().executeTakeFirst();
  return row && { origin: row.origin, verifierKey: row.verifier_key, size: row.size };
}

/** Writes down which log this is; leaves it alone where another process was first. */
export async function insertHead(db: Database, head: Omit<LogHead, 'size'>): Promise<void> {
  await tablesOf(db)
    .insertInto('audit.log')
    .values({ origin: head.origin, verifier_key: head.verifierKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Compare and set. */
export async function advanceSize(tx: Tx, from: number, to: number): Promise<boolean> {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('audit.log')
    .set({ size: to })
    .where('size', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function readPendingLeaves(tx: Tx, limit: number): Promise<{ id: string; leafHash: Uint8Array }[]> {
  const rows = await tablesOf(tx)
    .selectFrom('audit.record')
    .select(['id', 'leaf_hash'])
    .where('position', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, leaf_hash }) => ({ id, leafHash: leaf_hash }));
}

/** Gives the records the positions `first`, `first + 1`, … in the order given. */
export async function placeRecords(tx: Tx, ids: string[], first: number): Promise<void> {
  await sql`
    UPDATE audit.record SET position = ${first}::bigint + place.nth - 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS place (id, nth)
    WHERE record.id = place.id`.execute(tx);
}

/** The stored tiles at these places, in the order asked; undefined where there is none. */
export async function readTiles(
  db: Database,
  places: { level: number; index: number }[],
): Promise<(Uint8Array | undefined)[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<{ hashes: Buffer | null }>`
    SELECT tile.hashes
    FROM unnest(${places.map(({ level }) => level)}::smallint[], ${places.map(({ index }) => index)}::bigint[])
      WITH ORDINALITY AS place (level, index, nth)
    LEFT JOIN audit.tile USING (level, index)
    ORDER BY place.nth`.execute(db);
  return rows.map(({ hashes }) => hashes ?? undefined);
}

export async function writeTiles(tx: Tx, tiles: GrownTile[]): Promise<void> {
  await tablesOf(tx)
    .insertInto('audit.tile')
    .values(tiles.map((tile) => ({ ...tile, hashes: Buffer.from(tile.hashes) })))
    .onConflict((conflict) =>
      conflict.columns(['level', 'index']).doUpdateSet((row) => ({ hashes: row.ref('excluded.hashes') })),
    )
    .execute();
}

export async function insertCheckpoint(tx: Tx, size: number, note: string): Promise<void> {
  await tablesOf(tx).insertInto('audit.checkpoint').values({ size, note }).execute();
}

/** The newest signed head. */
export async function readCheckpoint(db: Database): Promise<{ size: number; note: string } | undefined> {
  return await tablesOf(db)
    .selectFrom('audit.checkpoint')
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Records waiting for their place: the id of the oldest, which carries its moment. */
export async function readOldestPending(db: Database): Promise<string | undefined> {
  const row = await tablesOf(db)
    .selectFrom('audit.record')
    .select('id')
    .where('position', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** The signed heads of these sizes, as far as there are such; in the order of their sizes. */
export async function readCheckpoints(
  db: Database,
  { from, to }: { from: number; to: number },
  limit: number,
): Promise<{ size: number; note: string }[]> {
  const rows = await tablesOf(db)
    .selectFrom('audit.checkpoint')
    .selectAll()
    .where('size', '>=', from)
    .where('size', '<=', to)
    .orderBy('size', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}

/** Leaves as they are held outside the tree, from one position up to, not including, another; in order. */
export async function readHeldLeaves(
  db: Database,
  from: number,
  to: number,
): Promise<{ position: number; content: string; leafHash: Uint8Array }[]> {
  const rows = await tablesOf(db)
    .selectFrom('audit.record')
    .select(['position', 'content', 'leaf_hash'])
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute();
  return rows.map(({ position, content, leaf_hash }) => ({ position: position!, content, leafHash: leaf_hash }));
}
