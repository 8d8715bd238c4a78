import { Refusal } from '../refusal.ts';
import { equalBytes, type Hash } from '../sha256.ts';
import { hashNode } from './hash.ts';
import { hashRanges, type Range, type ReadHashes, splitPoint } from './subtrees.ts';

/** The audit path of the leaf at `index` in the tree over the first `size` leaves, nearest the leaf first. */
export async function proveInclusion(index: number, size: number, read: ReadHashes): Promise<Hash[]> {
  if (!isPosition(index) || !isPosition(size) || index >= size) {
    throw new Refusal('out-of-range', `a tree of ${size} leaves has no leaf ${index}`);
  }
  return await hashRanges(pathOf(index, [0, size]), read);
}

/** RFC 6962, section 2.1.1: PATH(m, D[n]), as the ranges whose hashes it is made of. */
function pathOf(index: number, [start, end]: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + splitPoint(end - start);
  return index < middle
    ? [...pathOf(index, [start, middle]), [middle, end]]
    : [...pathOf(index, [middle, end]), [start, middle]];
}

export interface InclusionClaim {
  leafHash: Hash;
  index: number;
  size: number;
  root: Hash;
  path: Hash[];
}

/** RFC 9162, section 2.1.3.2. */
export function verifyInclusion({ leafHash, index, size, root, path }: InclusionClaim): boolean {
  if (!isPosition(index) || !isPosition(size) || index >= size) return false;
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sibling, hash);
      // A node at the right edge without a sibling rises unchanged until it is a right child.
      while (node % 2 === 0 && node !== 0) {
        node = node / 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(hash, root);
}

function isPosition(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
