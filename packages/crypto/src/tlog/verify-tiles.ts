import { equalBytes, HASH_BYTES, type Hash } from '../sha256.ts';
import { Frontier, type Node } from './frontier.ts';
import { slotOf, TILE_WIDTH, type Tile, tilesOf } from './tile.ts';

/** A tile that is not what the leaves make it. */
export interface TileFault {
  tile: Tile;
  /** `missing`: there is none of that width; `wrong`: a hash in it is not that of the subtree below. */
  fault: 'missing' | 'wrong';
}

/**
 * Hashes a whole tree from its leaves' tiles up, and compares every tile above with what that gives; in the memory of a few tiles.
 * Without a tile of leaves there is no root.
 *
 * @param read gives a tile's bytes, undefined where there is none
 */
export async function verifyTiles(
  size: number,
  read: (tile: Tile) => Promise<Uint8Array | undefined>,
): Promise<{ root: Hash | undefined; faults: TileFault[] }> {
  const frontier = new Frontier();
  const faults: TileFault[] = [];
  const rising: { index: number; hashes: Hash[] }[] = [];

  const compare = async (level: number) => {
    const { index, hashes } = rising[level]!;
    const tile = { level, index, width: hashes.length };
    const served = await read(tile);
    if (served?.length !== hashes.length * HASH_BYTES) faults.push({ tile, fault: 'missing' });
    else if (!equalBytes(served, Buffer.concat(hashes))) faults.push({ tile, fault: 'wrong' });
  };

  /** A hash of a level above the leaves takes its place in the tile that is being made; a full one is compared. */
  const rise = async (node: Node) => {
    const slot = slotOf(node);
    if (slot === undefined || slot.level === 0) return;
    if (slot.slot === 0) rising[slot.level] = { index: slot.index, hashes: [] };
    rising[slot.level]!.hashes.push(node.hash);
    if (slot.slot === TILE_WIDTH - 1) await compare(slot.level);
  };

  for (const tile of tilesOf(size)) {
    if (tile.level > 0) break;
    const leaves = await read(tile);
    if (leaves?.length !== tile.width * HASH_BYTES) return { root: undefined, faults: [{ tile, fault: 'missing' }] };
    for (let at = 0; at < leaves.length; at += HASH_BYTES) {
      for (const node of frontier.append(leaves.subarray(at, at + HASH_BYTES))) await rise(node);
    }
  }
  for (const [level, tile] of rising.entries()) {
    if (tile && tile.hashes.length < TILE_WIDTH) await compare(level);
  }
  return { root: frontier.root(), faults };
}
