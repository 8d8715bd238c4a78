import { HASH_BYTES } from '@entente/crypto/sha256';
import { TILE_WIDTH, type Tile } from '@entente/crypto/tlog/tile';

/** The most tiles read again in one round: some thousands of records, an effort of a blink for both. */
const REREAD_TILES = 16;

/** The tiles of leaves that hold those from `from` up to, not including, `to`, each as wide as a tree of `to` leaves has it. */
export function leafTiles(from: number, to: number): Tile[] {
  const tiles: Tile[] = [];
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index++) {
    tiles.push({ level: 0, index, width: Math.min(TILE_WIDTH, to - index * TILE_WIDTH) });
  }
  return tiles;
}

/**
 * Which tiles of a log's leaves are read again, to see whether they still are what was mirrored: some from `start` on, and from
 * the beginning again once the end is reached, so that in the course of rounds each has its turn.
 */
export function tilesToReread(size: number, start: number): { tiles: Tile[]; next: number } {
  const all = leafTiles(0, size);
  if (all.length <= REREAD_TILES) return { tiles: all, next: 0 };
  const first = start % all.length;
  const tiles = Array.from({ length: REREAD_TILES }, (_, at) => all[(first + at) % all.length]!);
  return { tiles, next: (first + REREAD_TILES) % all.length };
}

/** The first leaf of a tile that is served otherwise than it was mirrored; undefined where all are alike. */
export function firstChanged(
  { index }: Tile,
  mirrored: Uint8Array,
  served: Uint8Array | undefined,
): number | undefined {
  const count = Math.min(mirrored.length, served?.length ?? mirrored.length) / HASH_BYTES;
  for (let at = 0; at < count; at++) {
    const [start, end] = [at * HASH_BYTES, (at + 1) * HASH_BYTES];
    if (served === undefined || Buffer.compare(mirrored.subarray(start, end), served.subarray(start, end)) !== 0) {
      return index * TILE_WIDTH + at;
    }
  }
  return undefined;
}
