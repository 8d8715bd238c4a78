import { describe, expect, test } from 'vitest';
import { equalBytes, HASH_BYTES } from '../sha256.ts';
import { growTree } from './grow.ts';
import { hashLeaf } from './hash.ts';
import type { Tile } from './tile.ts';
import { tilesOf } from './tile.ts';
import { verifyTiles } from './verify-tiles.ts';

const keyOf = ({ level, index }: Omit<Tile, 'width'>) => `${level}/${index}`;

/** A tree grown from nothing, its tiles by place. */
async function treeOf(size: number) {
  const leaves = Array.from({ length: size }, (_, at) => hashLeaf(`leaf ${at}`));
  const { tiles, root } = await growTree(0, leaves, async (places) => places.map(() => undefined));
  return { root, tiles: new Map(tiles.map((tile) => [keyOf(tile), Buffer.from(tile.hashes)])) };
}

const reading = (tiles: Map<string, Buffer>) => async (tile: Tile) =>
  tiles.get(keyOf(tile))?.subarray(0, tile.width * HASH_BYTES);

describe('tiles', () => {
  test.each([0, 1, 255, 256, 257, 512, 1000, 66_000])('of a tree of %i leaves hash up to its root', async (size) => {
    const { root, tiles } = await treeOf(size);
    const verified = await verifyTiles(size, reading(tiles));
    expect(verified.faults).toEqual([]);
    expect(equalBytes(verified.root!, root)).toBe(true);
  });

  test('with one bit changed give another root, or are named', async () => {
    const size = 1000;
    const { root, tiles } = await treeOf(size);
    for (const tile of tilesOf(size)) {
      const bytes = tiles.get(keyOf(tile))!;
      bytes[bytes.length - 1]! ^= 1;
      const verified = await verifyTiles(size, reading(tiles));
      if (tile.level > 0) expect(verified.faults).toEqual([{ tile, fault: 'wrong' }]);
      else expect(equalBytes(verified.root!, root)).toBe(false);
      bytes[bytes.length - 1]! ^= 1;
    }
  });

  test('that are missing are named', async () => {
    const { tiles } = await treeOf(600);
    const upper = { level: 1, index: 0, width: 2 };
    expect(await verifyTiles(600, async (tile) => (tile.level > 0 ? undefined : reading(tiles)(tile)))).toMatchObject({
      faults: [{ tile: upper, fault: 'missing' }],
    });
    expect(await verifyTiles(601, reading(tiles))).toEqual({
      root: undefined,
      faults: [{ tile: { level: 0, index: 2, width: 89 }, fault: 'missing' }],
    });
  });
});
