import { HASH_BYTES, type Hash } from '@entente/crypto/sha256';
import { proveConsistency } from '@entente/crypto/tlog/consistency';
import { hashLeaf } from '@entente/crypto/tlog/hash';
import { rootOf } from '@entente/crypto/tlog/subtrees';
import { TILE_WIDTH, type Tile } from '@entente/crypto/tlog/tile';
import { readFromTiles } from '@entente/crypto/tlog/tile-reader';
import type { Database } from '../../../platform/database/database.ts';
import { shownLeaf } from '../rules.ts';
import { readLost } from '../store/lost.ts';
import { readHeldLeaves, readTiles } from '../store/tree.ts';

/** Proof that the log over `to` leaves has grown from the one over `from`; both must be in the tree. */
export async function proveGrowth(db: Database, from: number, to: number): Promise<Hash[]> {
  return await proveConsistency(
    from,
    to,
    readFromTiles((places) => readTiles(db, places)),
  );
}

/** The root over the first `size` leaves, as the stored tree has it. */
export async function readOwnRoot(db: Database, size: number): Promise<Hash> {
  return await rootOf(
    size,
    readFromTiles((places) => readTiles(db, places)),
  );
}

/**
 * A tile of the tree as others are shown it, hashes and nothing else; undefined where the tree has not so many. Those of leaves
 * are computed anew from the records, so that a record altered in the database shows at the next look of a witness.
 */
export async function readPublishedTile(db: Database, { level, index, width }: Tile): Promise<Uint8Array | undefined> {
  const [stored] = await readTiles(db, [{ level, index }]);
  if (stored === undefined || stored.length < width * HASH_BYTES) return undefined;
  const tile = stored.subarray(0, width * HASH_BYTES);
  return level === 0 ? await withLeavesAsHeld(db, tile, index * TILE_WIDTH) : tile;
}

async function withLeavesAsHeld(db: Database, tile: Uint8Array, first: number): Promise<Uint8Array> {
  const shown = Buffer.from(tile);
  const held = await readHeldLeaves(db, first, first + tile.length / HASH_BYTES);
  const missing = new Set(Array.from({ length: tile.length / HASH_BYTES }, (_, at) => at));
  for (const { position, content, leafHash } of held) {
    const at = position - first;
    missing.delete(at);
    const inTile = tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    shown.set(shownLeaf({ tile: inTile, stored: leafHash, computed: hashLeaf(content) }), at * HASH_BYTES);
  }
  // Of what was lost in a restore the hash is all there is; beside the tree it stands a second time.
  for (const { index: position, lostHash } of await readLost(db, first, first + tile.length / HASH_BYTES)) {
    const at = position - first;
    missing.delete(at);
    const inTile = tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    shown.set(shownLeaf({ tile: inTile, stored: lostHash, computed: lostHash }), at * HASH_BYTES);
  }
  // A record that is gone shows too: as the hash of nothing.
  for (const at of missing) shown.set(hashLeaf(''), at * HASH_BYTES);
  return shown;
}
