import type { Hash } from '../sha256.ts';
import { EMPTY_ROOT, hashNode } from './hash.ts';

/** The complete subtree over the leaves `index * 2^level` up to, not including, `(index + 1) * 2^level`. */
export interface Subtree {
  level: number;
  index: number;
}

/** Reads the hashes of complete subtrees, in the order asked; from memory, from tiles or from another node. */
export type ReadHashes = (subtrees: Subtree[]) => Promise<Hash[]>;

/** The leaves from `start` up to, not including, `end`. */
export type Range = [start: number, end: number];

/** The largest power of two smaller than `count` (RFC 6962, section 2.1: k < n <= 2k); `count` is 2 or more. */
export function splitPoint(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/**
 * The complete subtrees that make up a range the RFC's recursion arrives at, left to right: at each
 * step the largest that still fits.
 */
export function subtreesOf([start, end]: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (2 ** (level + 1) <= end - at) level++;
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** MTH over the range from its subtrees' hashes: the leftmost is always the largest, so it folds from the right. */
export function foldHashes(hashes: Hash[]): Hash {
  return hashes.reduceRight((right, left) => hashNode(left, right));
}

/** MTH(D[start:end]) for each range, read in one go. */
export async function hashRanges(ranges: Range[], read: ReadHashes): Promise<Hash[]> {
  const subtrees = ranges.map(subtreesOf);
  const hashes = await read(subtrees.flat());
  return subtrees.map(({ length }) => foldHashes(hashes.splice(0, length)));
}

/** The root of the tree over the first `size` leaves. */
export async function rootOf(size: number, read: ReadHashes): Promise<Hash> {
  if (size === 0) return EMPTY_ROOT;
  const [root] = await hashRanges([[0, size]], read);
  return root!;
}
