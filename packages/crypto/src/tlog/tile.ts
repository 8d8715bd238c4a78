import { Refusal } from '../refusal.ts';
import type { Subtree } from './subtrees.ts';

/** C2SP tlog-tiles: a tile is 256 hashes wide and stands for a subtree of height 8. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

/** Where a tile stands: its level, its place in the level, and how many hashes it holds (1 to 256). */
export interface Tile {
  level: number;
  index: number;
  width: number;
}

/** The place of a subtree's hash: in the tile below it if the height is a multiple of 8. */
export interface Slot {
  level: number;
  index: number;
  slot: number;
}

/** Where a completed subtree is stored, or undefined when it is a height that tiles leave out. */
export function slotOf({ level, index }: Subtree): Slot | undefined {
  if (level % TILE_HEIGHT !== 0) return undefined;
  return { level: level / TILE_HEIGHT, index: Math.floor(index / TILE_WIDTH), slot: index % TILE_WIDTH };
}

/** How many hashes a level holds for a tree of `size` leaves: floor(s / 256^l). */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Every tile of a tree of `size` leaves, level by level; the last of a level may be partial, none is empty. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const hashes = hashesAt(level, size);
    for (let index = 0; index * TILE_WIDTH < hashes; index++) {
      yield { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
    }
  }
}

/** `tile/<L>/<N>[.p/<W>]`, section "Merkle Tree": index 1234067 is `x001/x234/067`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return `tile/${level}/${groups.join('/')}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

const PATH = /^tile\/(0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile a path names; only the one spelling that `tilePath` gives is accepted. */
export function parseTilePath(path: string): Tile {
  const [, level, groups, width] = PATH.exec(path) ?? [];
  if (level !== undefined && groups !== undefined) {
    const tile = {
      level: Number(level),
      index: Number(groups.replaceAll(/[x/]/g, '')),
      width: width === undefined ? TILE_WIDTH : Number(width),
    };
    if (tile.level <= 63 && Number.isSafeInteger(tile.index) && tilePath(tile) === path) return tile;
  }
  throw new Refusal('malformed-tile', 'not the path of a tile (C2SP tlog-tiles)');
}
