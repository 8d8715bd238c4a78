import type { Hash } from '../sha256.ts';
import { hashNode } from './hash.ts';
import { splitPoint } from './subtrees.ts';

/** The root of a tree that is held whole, and the audit path of each leaf, nearest the leaf first. */
export interface SmallTree {
  root: Hash;
  paths: Hash[][];
}

/** MTH and PATH of RFC 6962, section 2.1, for every leaf at once. There is at least one. */
export function growSmallTree(leafHashes: readonly Hash[]): SmallTree {
  if (leafHashes.length === 0) throw new RangeError('a tree has a leaf');
  const paths: Hash[][] = leafHashes.map(() => []);
  const hashOf = (start: number, end: number): Hash => {
    if (end - start === 1) return leafHashes[start]!;
    const middle = start + splitPoint(end - start);
    const [left, right] = [hashOf(start, middle), hashOf(middle, end)];
    for (let at = start; at < end; at++) paths[at]!.push(at < middle ? right : left);
    return hashNode(left, right);
  };
  return { root: hashOf(0, leafHashes.length), paths };
}
