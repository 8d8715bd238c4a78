import { describe, expect, test } from 'vitest';
import { hashLeaf } from './hash.ts';
import { verifyInclusion } from './inclusion.ts';
import { growSmallTree } from './small-tree.ts';
import { foldHashes } from './subtrees.ts';

describe('a tree that is held whole', () => {
  test.each([1, 2, 3, 4, 5, 8, 13, 100])('of %i leaves has a path for each of them, and no other', (count) => {
    const leaves = Array.from({ length: count }, (_, at) => hashLeaf(`leaf ${at}`));
    const { root, paths } = growSmallTree(leaves);
    paths.forEach((path, index) => {
      expect(verifyInclusion({ leafHash: leaves[index]!, index, size: count, root, path })).toBe(true);
      const other = (index + 1) % count;
      if (count > 1) {
        expect(verifyInclusion({ leafHash: leaves[index]!, index: other, size: count, root, path })).toBe(false);
      }
    });
  });

  test('of a power of two leaves has the root that folding gives', () => {
    const leaves = Array.from({ length: 2 }, (_, at) => hashLeaf(`leaf ${at}`));
    expect(growSmallTree(leaves).root).toEqual(foldHashes(leaves));
  });

  test('has a leaf', () => {
    expect(() => growSmallTree([])).toThrow(RangeError);
  });
});
