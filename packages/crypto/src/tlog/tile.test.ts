import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTilePath, TILE_WIDTH, type Tile, tilePath, tilesOf } from './tile.ts';

interface Vectors {
  paths: { tile: Tile; path: string }[];
  malformedPaths: string[];
  counts: { size: number; full: number[]; partial: [level: number, index: number, width: number][] }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/tlog/tiles.json', import.meta.url), 'utf8'),
);

describe('tile coordinates (C2SP tlog-tiles)', () => {
  test.each(vectors.paths)('$path', ({ tile, path }) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  test.each(vectors.malformedPaths)('%j is no tile', (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ code: 'malformed-tile' }));
  });

  test('every tile has one path, and every path one tile', () => {
    const tile = fc.record({ level: fc.nat(63), index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(
      fc.property(tile, (value) => {
        expect(parseTilePath(tilePath(value))).toEqual(value);
      }),
    );
  });

  test.each(vectors.counts)('a tree of $size has the tiles the specification counts', ({ size, full, partial }) => {
    const tiles = [...tilesOf(size)];
    const fullPerLevel = full.map(
      (_, level) => tiles.filter((tile) => tile.level === level && tile.width === TILE_WIDTH).length,
    );
    expect(fullPerLevel).toEqual(full);
    const rest = tiles.filter((tile) => tile.width < TILE_WIDTH);
    expect(rest.map(({ level, index, width }) => [level, index, width])).toEqual(partial);
  });
});
