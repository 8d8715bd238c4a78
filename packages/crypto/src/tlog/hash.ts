import { type Hash, sha256 } from '../sha256.ts';

// RFC 6962, section 2.1 (RFC 9162, section 2.1.1): the prefixes keep a leaf from passing for a node.
const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/** MTH({}) is the hash of nothing. */
export const EMPTY_ROOT: Hash = sha256();

/** MTH({d}) = SHA-256(0x00 || d). A string stands for its UTF-8 bytes. */
export function hashLeaf(data: Uint8Array | string): Hash {
  return sha256(LEAF, data);
}

/** SHA-256(0x01 || left || right). */
export function hashNode(left: Hash, right: Hash): Hash {
  return sha256(NODE, left, right);
}
