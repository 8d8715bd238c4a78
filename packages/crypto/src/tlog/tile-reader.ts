import { Refusal } from '../refusal.ts';
import { HASH_BYTES, type Hash } from '../sha256.ts';
import { foldHashes, type ReadHashes, type Subtree } from './subtrees.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tile.ts';

/** Reads tiles' bytes (hashes one after the other), in the order asked; undefined where there is none. */
export type ReadTiles = (tiles: { level: number; index: number }[]) => Promise<(Uint8Array | undefined)[]>;

/** Hashes of complete subtrees out of tiles; heights between tiles are computed from the tile below. */
export function readFromTiles(readTiles: ReadTiles): ReadHashes {
  return async (subtrees) => {
    const wanted = new Map(subtrees.map((subtree) => [keyOf(tileBelow(subtree)), tileBelow(subtree)]));
    const tiles = await readTiles([...wanted.values()]);
    const bytes = new Map([...wanted.keys()].map((key, at) => [key, tiles[at]]));
    return subtrees.map((subtree) => hashWithin(subtree, bytes.get(keyOf(tileBelow(subtree)))));
  };
}

/** The tile whose hashes the subtree is made of, and where in it they begin. */
function tileBelow({ level, index }: Subtree): { level: number; index: number; slot: number; count: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 2 ** (level - tileLevel * TILE_HEIGHT);
  const first = index * count;
  return { level: tileLevel, index: Math.floor(first / TILE_WIDTH), slot: first % TILE_WIDTH, count };
}

function hashWithin(subtree: Subtree, bytes: Uint8Array | undefined): Hash {
  const { level, index, slot, count } = tileBelow(subtree);
  if (bytes === undefined || bytes.length < (slot + count) * HASH_BYTES) {
    throw new Refusal('malformed-tile', `tile ${index} of level ${level} lacks hashes ${slot} to ${slot + count - 1}`);
  }
  return hashOf(bytes, slot, count);
}

/** MTH over `count` (a power of two) hashes of a tile. */
function hashOf(bytes: Uint8Array, slot: number, count: number): Hash {
  if (count === 1) return bytes.subarray(slot * HASH_BYTES, (slot + 1) * HASH_BYTES);
  return foldHashes([hashOf(bytes, slot, count / 2), hashOf(bytes, slot + count / 2, count / 2)]);
}

function keyOf({ level, index }: { level: number; index: number }): string {
  return `${level}/${index}`;
}
