import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { type Hash, sha256 } from '../sha256.ts';
import { proveConsistency, verifyConsistency } from './consistency.ts';
import { Frontier } from './frontier.ts';
import { EMPTY_ROOT, hashLeaf, hashNode } from './hash.ts';
import { proveInclusion, verifyInclusion } from './inclusion.ts';
import { type ReadHashes, rootOf } from './subtrees.ts';
import { slotOf, TILE_WIDTH } from './tile.ts';
import { readFromTiles } from './tile-reader.ts';

interface Vectors {
  leaves: string[];
  leafHashes: string[];
  roots: string[];
  inclusion: { index: number; size: number; path: string[] }[];
  consistency: { oldSize: number; newSize: number; proof: string[] }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/tlog/merkle.json', import.meta.url), 'utf8'),
);
const publishedLeaves: Hash[] = vectors.leaves.map((leaf) => hashLeaf(Buffer.from(leaf, 'hex')));
const hexes = (hashes: Hash[]) => hashes.map(toHex);

// The definitions of RFC 6962, section 2.1, taken literally over leaf hashes: the oracle.
const split = (n: number) => 2 ** Math.floor(Math.log2(n - 1));
function mth(d: Hash[]): Hash {
  if (d.length === 0) return EMPTY_ROOT;
  return d.length === 1 ? d[0]! : hashNode(mth(d.slice(0, split(d.length))), mth(d.slice(split(d.length))));
}
function path(m: number, d: Hash[]): Hash[] {
  if (d.length === 1) return [];
  const k = split(d.length);
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}
function subproof(m: number, d: Hash[], b: boolean): Hash[] {
  if (m === d.length) return b ? [] : [mth(d)];
  const k = split(d.length);
  return m <= k
    ? [...subproof(m, d.slice(0, k), b), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

const readFrom =
  (leaves: Hash[]): ReadHashes =>
  async (subtrees) =>
    subtrees.map(({ level, index }) => mth(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)));

const leaves = (count: number) => Array.from({ length: count }, (_, at) => hashLeaf(String(at)));
const flip = (hash: Hash) => hash.map((byte, at) => (at === 13 ? byte ^ 4 : byte));

describe('published vectors of the certificate transparency tree', () => {
  test('leaf hashes', () => expect(hexes(publishedLeaves)).toEqual(vectors.leafHashes));

  test('roots of every size from 0 to 8', async () => {
    const frontier = new Frontier();
    const roots = [toHex(frontier.root())];
    for (const leaf of publishedLeaves) {
      frontier.append(leaf);
      roots.push(toHex(frontier.root()));
    }
    expect(roots).toEqual(vectors.roots);
    for (const [size, root] of vectors.roots.entries()) {
      expect(toHex(await rootOf(size, readFrom(publishedLeaves)))).toBe(root);
    }
  });

  test.each(vectors.inclusion)('inclusion of leaf $index in $size', async ({ index, size, path: expected }) => {
    const proof = await proveInclusion(index, size, readFrom(publishedLeaves));
    expect(hexes(proof)).toEqual(expected);
    const root = Buffer.from(vectors.roots[size]!, 'hex');
    expect(verifyInclusion({ leafHash: publishedLeaves[index]!, index, size, root, path: proof })).toBe(true);
  });

  test.each(vectors.consistency)(
    'consistency of $oldSize with $newSize',
    async ({ oldSize, newSize, proof: expected }) => {
      const proof = await proveConsistency(oldSize, newSize, readFrom(publishedLeaves));
      expect(hexes(proof)).toEqual(expected);
      const [oldRoot, newRoot] = [oldSize, newSize].map((size) => Buffer.from(vectors.roots[size]!, 'hex'));
      expect(verifyConsistency({ oldSize, newSize, oldRoot: oldRoot!, newRoot: newRoot!, proof })).toBe(true);
    },
  );
});

describe('the tree against the literal definition', () => {
  const size = fc.integer({ min: 1, max: 300 });

  test('roots and inclusion proofs', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (count, pick) => {
        const index = pick % count;
        const data = leaves(count);
        const proof = await proveInclusion(index, count, readFrom(data));
        const root = mth(data);
        expect(await rootOf(count, readFrom(data))).toEqual(root);
        expect(hexes(proof)).toEqual(hexes(path(index, data)));
        const claim = { leafHash: data[index]!, index, size: count, root, path: proof };
        expect(verifyInclusion(claim)).toBe(true);
        // Any other claim made with the same proof is false.
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(root) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: [...proof, sha256('more')] })).toBe(false);
        if (count > 1) expect(verifyInclusion({ ...claim, index: (index + 1) % count })).toBe(false);
        for (const at of proof.keys()) {
          expect(verifyInclusion({ ...claim, path: proof.with(at, flip(proof[at]!)) })).toBe(false);
          expect(verifyInclusion({ ...claim, path: proof.toSpliced(at, 1) })).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('consistency proofs', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (newSize, pick) => {
        const oldSize = (pick % newSize) + 1;
        const data = leaves(newSize);
        const proof = await proveConsistency(oldSize, newSize, readFrom(data));
        expect(hexes(proof)).toEqual(hexes(subproof(oldSize, data, true)));
        const claim = { oldSize, newSize, oldRoot: mth(data.slice(0, oldSize)), newRoot: mth(data), proof };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, oldRoot: flip(claim.oldRoot) })).toBe(false);
        expect(verifyConsistency({ ...claim, newRoot: flip(claim.newRoot) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, sha256('more')] })).toBe(false);
        for (const at of proof.keys()) {
          expect(verifyConsistency({ ...claim, proof: proof.with(at, flip(proof[at]!)) })).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a rewritten past has no consistency proof', async () => {
    const before = leaves(100);
    const after = [...leaves(150)].with(42, hashLeaf('rewritten'));
    const proof = await proveConsistency(100, 150, readFrom(after));
    const claim = { oldSize: 100, newSize: 150, oldRoot: mth(before), newRoot: mth(after), proof };
    expect(verifyConsistency(claim)).toBe(false);
  });

  test('sizes and positions that no tree has are refused', async () => {
    const read = readFrom(leaves(4));
    for (const [index, count] of [
      [4, 4],
      [-1, 4],
      [0, 0],
      [0.5, 4],
      [Number.NaN, 4],
      [0, 2 ** 53],
    ] as const) {
      await expect(proveInclusion(index, count, read)).rejects.toMatchObject({ code: 'out-of-range' });
      expect(verifyInclusion({ leafHash: EMPTY_ROOT, index, size: count, root: EMPTY_ROOT, path: [] })).toBe(false);
    }
    await expect(proveConsistency(5, 4, read)).rejects.toMatchObject({ code: 'out-of-range' });
    const claim = { oldSize: 5, newSize: 4, oldRoot: EMPTY_ROOT, newRoot: EMPTY_ROOT, proof: [] };
    expect(verifyConsistency(claim)).toBe(false);
    expect(verifyConsistency({ ...claim, oldSize: 3 })).toBe(false);
  });

  test('a proof longer than any tree is high is refused for huge trees too', () => {
    const path = Array.from({ length: 60 }, () => EMPTY_ROOT);
    const claim = { leafHash: EMPTY_ROOT, index: 2 ** 52 + 1, size: 2 ** 53 - 1, root: EMPTY_ROOT, path };
    expect(verifyInclusion(claim)).toBe(false);
  });
});

describe('the frontier and tiles', () => {
  test('a tree grown leaf by leaf and read from its tiles is the same tree, over several levels of tiles', async () => {
    const tiles = new Map<string, Uint8Array[]>();
    const frontier = new Frontier();
    const data = leaves(66_000);
    for (const leaf of data) {
      for (const node of frontier.append(leaf)) {
        const place = slotOf(node);
        if (place === undefined) continue;
        const key = `${place.level}/${place.index}`;
        const tile = tiles.get(key) ?? [];
        expect(place.slot).toBe(tile.length);
        tiles.set(key, [...tile, node.hash].slice(0, TILE_WIDTH));
      }
    }
    const read = readFromTiles(async (wanted) =>
      wanted.map(({ level, index }) => {
        const tile = tiles.get(`${level}/${index}`);
        return tile && Buffer.concat(tile);
      }),
    );
    expect(await rootOf(66_000, read)).toEqual(frontier.root());
    const again = await Frontier.read(66_000, read);
    expect(again.root()).toEqual(frontier.root());
    for (const [index, size] of [
      [0, 1],
      [255, 256],
      [256, 257],
      [65_535, 65_536],
      [65_999, 66_000],
      [12_345, 54_321],
    ] as const) {
      const path = await proveInclusion(index, size, read);
      expect(verifyInclusion({ leafHash: data[index]!, index, size, root: await rootOf(size, read), path })).toBe(true);
    }
    const proof = await proveConsistency(12_345, 66_000, read);
    const [oldRoot, newRoot] = [await rootOf(12_345, read), frontier.root()];
    expect(verifyConsistency({ oldSize: 12_345, oldRoot, newSize: 66_000, newRoot, proof })).toBe(true);
  });

  test('a tile that lacks the hashes asked for is refused', async () => {
    const read = readFromTiles(async () => [Buffer.alloc(32 * 3)]);
    await expect(read([{ level: 2, index: 0 }])).rejects.toMatchObject({ code: 'malformed-tile' });
  });
});
