import { HASH_BYTES, sha256 } from '@entente/crypto/sha256';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstChanged, leafTiles, tilesToReread } from './mirrored.ts';

describe('the tiles of a range of leaves', () => {
  test('hold each leaf once, the last as wide as the tree has it', () => {
    expect(leafTiles(0, 0)).toEqual([]);
    expect(leafTiles(10, 10)).toEqual([{ level: 0, index: 0, width: 10 }]);
    expect(leafTiles(250, 600)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 0, index: 1, width: 256 },
      { level: 0, index: 2, width: 88 },
    ]);
  });
});

describe('reading again', () => {
  test('has every tile in its turn, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), fc.nat(500), (size, start) => {
        const count = Math.ceil(size / 256);
        const read = new Set<number>();
        let next = start;
        for (let round = 0; round <= Math.ceil(count / 16) + 1; round++) {
          const turn = tilesToReread(size, next);
          for (const { index } of turn.tiles) read.add(index);
          next = turn.next;
        }
        expect(read.size).toBe(count);
      }),
      { numRuns: 50 },
    );
  });

  test('names the first leaf that is served otherwise, and none where all are alike or one was not mirrored', () => {
    const leaves = Array.from({ length: 5 }, (_, at) => sha256(`leaf ${at}`));
    const tile = { level: 0, index: 2, width: 5 };
    const mirrored = Buffer.concat(leaves);
    expect(firstChanged(tile, mirrored, mirrored)).toBeUndefined();
    expect(firstChanged(tile, mirrored.subarray(0, 2 * HASH_BYTES), mirrored)).toBeUndefined();
    const changed = Buffer.from(mirrored);
    changed[3 * HASH_BYTES + 31]! ^= 1;
    expect(firstChanged(tile, mirrored, changed)).toBe(2 * 256 + 3);
    expect(firstChanged(tile, mirrored, undefined)).toBe(2 * 256);
  });
});
