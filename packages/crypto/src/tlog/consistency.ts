import { Refusal } from '../refusal.ts';
import { equalBytes, type Hash } from '../sha256.ts';
import { EMPTY_ROOT, hashNode } from './hash.ts';
import { hashRanges, type Range, type ReadHashes, splitPoint } from './subtrees.ts';

/** Proof that the tree over `oldSize` leaves is the beginning of the one over `newSize`; empty when either is trivial. */
export async function proveConsistency(oldSize: number, newSize: number, read: ReadHashes): Promise<Hash[]> {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) {
    throw new Refusal('out-of-range', `a tree of ${newSize} leaves does not grow from one of ${oldSize}`);
  }
  if (oldSize === 0 || oldSize === newSize) return [];
  return await hashRanges(subproofOf(oldSize, [0, newSize], true), read);
}

/** RFC 6962, section 2.1.2: SUBPROOF(m, D[n], b); `known` is its b: the verifier holds the old root already. */
function subproofOf(old: number, [start, end]: Range, known: boolean): Range[] {
  const count = end - start;
  if (old === count) return known ? [] : [[start, end]];
  const split = splitPoint(count);
  const middle = start + split;
  return old <= split
    ? [...subproofOf(old, [start, middle], known), [middle, end]]
    : [...subproofOf(old - split, [middle, end], false), [start, middle]];
}

export interface ConsistencyClaim {
  oldSize: number;
  oldRoot: Hash;
  newSize: number;
  newRoot: Hash;
  proof: Hash[];
}

/** RFC 9162, section 2.1.4.2, and the two trivial cases it leaves out: from an empty tree, and to itself. */
export function verifyConsistency({ oldSize, oldRoot, newSize, newRoot, proof }: ConsistencyClaim): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && equalBytes(oldRoot, EMPTY_ROOT);
  // A complete old tree is itself the first hash, and is left out of the proof.
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined || proof.length === 0) return false;
  let node = oldSize - 1;
  let last = newSize - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  let [oldHash, newHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = hashNode(sibling, oldHash);
      newHash = hashNode(sibling, newHash);
      while (node % 2 === 0 && node !== 0) {
        node = node / 2;
        last = Math.floor(last / 2);
      }
    } else {
      newHash = hashNode(newHash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, newRoot);
}

function isPowerOfTwo(value: number): boolean {
  let power = 1;
  while (power < value) power *= 2;
  return power === value;
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
