import { equalBytes, HASH_BYTES } from '@entente/crypto/sha256';
import { type GrownTile, growTree } from '@entente/crypto/tlog/grow';
import { TILE_WIDTH, type Tile } from '@entente/crypto/tlog/tile';
import type { Head } from '@entente/crypto/witness/decision';
import type { Database } from '../../../../platform/database/database.ts';
import type { ReadTile } from '../../model/witnessing.ts';
import { firstChanged, leafTiles, tilesToReread } from '../../rules/witnessing/mirrored.ts';
import { readMirrored } from '../../store/witnessing/mirror.ts';

/** So many tiles are asked for at once. */
const AT_ONCE = 4;
/** Looking for where a history breaks goes back this far from the newest tile mirrored. */
const SEARCHED_TILES = 256;

/** The tiles that are to be mirrored with a head, or the record at which the log breaks; null where that cannot be told. */
export type Growth = { tiles: GrownTile[] } | { altered: true; brokenAt: number | null } | { unread: true };

export interface Growing {
  log: string;
  /** Up to where the log is mirrored. */
  from: number;
  head: Head;
}

/**
 * Reads the leaves by which a log has grown since the head cosigned last, and hashes the whole tree up to its root: only level 0 is
 * read, whatever lies above is computed. Where the last tile was partial, what it held before is compared.
 */
export async function readGrowth(db: Database, { log, from, head }: Growing, readTile: ReadTile): Promise<Growth> {
  const tiles = leafTiles(from, head.size).filter(({ index, width }) => index * TILE_WIDTH + width > from);
  const served = await inTurns(tiles, readTile);
  const mirrored = await readMirrored(db, log, tiles);
  const leaves: Uint8Array[] = [];
  for (const [at, tile] of tiles.entries()) {
    const bytes = served[at];
    if (bytes?.length !== tile.width * HASH_BYTES) return { unread: true };
    // Another request may have had more mirrored meanwhile; this one goes on from where it began.
    const known = mirrored[at]?.subarray(0, Math.max(0, from - tile.index * TILE_WIDTH) * HASH_BYTES);
    const changed = known && firstChanged(tile, known, bytes);
    if (changed !== undefined) return { altered: true, brokenAt: changed };
    for (let start = known?.length ?? 0; start < bytes.length; start += HASH_BYTES) {
      leaves.push(bytes.subarray(start, start + HASH_BYTES));
    }
  }
  const grown = await growTree(from, leaves, (places) => readMirrored(db, log, places));
  return equalBytes(grown.root, head.root) ? { tiles: grown.tiles } : { altered: true, brokenAt: null };
}

/** Reads some tiles again that were mirrored long ago: the first record that is served otherwise, and where to go on next time. */
export async function rereadTiles(
  db: Database,
  { log, size, start }: { log: string; size: number; start: number },
  readTile: ReadTile,
): Promise<{ brokenAt: number | undefined; next: number }> {
  const { tiles, next } = tilesToReread(size, start);
  return { brokenAt: await findChanged(db, log, tiles, readTile), next };
}

/** The first record at which the history shown now differs from the one mirrored, as far back as is looked; null for none. */
export async function findBreak(db: Database, log: string, size: number, readTile: ReadTile): Promise<number | null> {
  const tiles = leafTiles(0, size).slice(-SEARCHED_TILES);
  return (await findChanged(db, log, tiles, readTile)) ?? null;
}

async function findChanged(db: Database, log: string, tiles: Tile[], readTile: ReadTile): Promise<number | undefined> {
  const served = await inTurns(tiles, readTile);
  const mirrored = await readMirrored(db, log, tiles);
  const changed = tiles.map((tile, at) => mirrored[at] && firstChanged(tile, mirrored[at], served[at]));
  const found = changed.filter((leaf) => leaf !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

async function inTurns(tiles: readonly Tile[], readTile: ReadTile): Promise<(Uint8Array | undefined)[]> {
  const served: (Uint8Array | undefined)[] = [];
  for (let at = 0; at < tiles.length; at += AT_ONCE) {
    served.push(...(await Promise.all(tiles.slice(at, at + AT_ONCE).map(readTile))));
  }
  return served;
}
