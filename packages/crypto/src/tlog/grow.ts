import { HASH_BYTES, type Hash } from '../sha256.ts';
import { Frontier } from './frontier.ts';
import { hashesAt, slotOf, TILE_WIDTH } from './tile.ts';
import { type ReadTiles, readFromTiles } from './tile-reader.ts';

/** A tile's place and all the hashes it now holds. */
export interface GrownTile {
  level: number;
  index: number;
  hashes: Uint8Array;
}

/**
 * Appends leaf hashes to the tree of `size` leaves that the tiles hold. Returns the tiles that are new
 * or have grown, and the new root. Only the tiles at the right edge are read.
 */
export async function growTree(
  size: number,
  leafHashes: Hash[],
  readTiles: ReadTiles,
): Promise<{ tiles: GrownTile[]; root: Hash }> {
  const places = edgeOf(size);
  const edge = await readTiles(places);
  const known = new Map(places.map((place, at) => [keyOf(place), edge[at]]));
  const frontier = await Frontier.read(
    size,
    readFromTiles(async (tiles) => tiles.map((tile) => known.get(keyOf(tile)))),
  );
  const grown = new Map<string, { level: number; index: number; pieces: Uint8Array[] }>();
  for (const node of leafHashes.flatMap((leafHash) => frontier.append(leafHash))) {
    const place = slotOf(node);
    if (place === undefined) continue;
    const before = known.get(keyOf(place))?.subarray(0, place.slot * HASH_BYTES);
    const tile = grown.get(keyOf(place)) ?? { ...place, pieces: before ? [before] : [] };
    tile.pieces.push(node.hash);
    grown.set(keyOf(place), tile);
  }
  const tiles = [...grown.values()].map(({ level, index, pieces }) => ({
    level,
    index,
    hashes: Buffer.concat(pieces),
  }));
  return { tiles, root: frontier.root() };
}

/** The partial tiles of a tree: one per level at most. */
function edgeOf(size: number): { level: number; index: number }[] {
  const edge: { level: number; index: number }[] = [];
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const hashes = hashesAt(level, size);
    if (hashes % TILE_WIDTH > 0) edge.push({ level, index: Math.floor(hashes / TILE_WIDTH) });
  }
  return edge;
}

function keyOf({ level, index }: { level: number; index: number }): string {
  return `${level}/${index}`;
}
