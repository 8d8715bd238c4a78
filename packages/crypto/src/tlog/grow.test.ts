import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hash } from '../sha256.ts';
import { Frontier } from './frontier.ts';
import { growTree } from './grow.ts';
import { hashLeaf } from './hash.ts';
import { rootOf } from './subtrees.ts';
import { tilesOf } from './tile.ts';
import { type ReadTiles, readFromTiles } from './tile-reader.ts';

test('a tree grown in batches of any size has the root, and the tiles, of the tree grown at once', async () => {
  const batches = fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(batches, async (sizes) => {
      const stored = new Map<string, Uint8Array>();
      const readTiles: ReadTiles = async (tiles) => tiles.map(({ level, index }) => stored.get(`${level}/${index}`));
      const whole = new Frontier();
      let size = 0;
      for (const count of sizes) {
        const leaves: Hash[] = Array.from({ length: count }, (_, at) => hashLeaf(String(size + at)));
        const { tiles, root } = await growTree(size, leaves, readTiles);
        for (const { level, index, hashes } of tiles) {
          const before = stored.get(`${level}/${index}`);
          if (before) expect(Buffer.from(hashes).subarray(0, before.length).equals(before)).toBe(true);
          stored.set(`${level}/${index}`, hashes);
        }
        for (const leaf of leaves) whole.append(leaf);
        size += count;
        expect(root).toEqual(whole.root());
      }
      const expected = [...tilesOf(size)].map(({ level, index, width }) => [`${level}/${index}`, width * 32] as const);
      expect(new Map([...stored].map(([key, bytes]) => [key, bytes.length]))).toEqual(new Map(expected));
      expect(await rootOf(size, readFromTiles(readTiles))).toEqual(whole.root());
    }),
    { numRuns: 30 },
  );
});
