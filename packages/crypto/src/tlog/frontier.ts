import type { Hash } from '../sha256.ts';
import { EMPTY_ROOT, hashNode } from './hash.ts';
import { foldHashes, type ReadHashes, type Subtree, subtreesOf } from './subtrees.ts';

/** A complete subtree and its hash. */
export interface Node extends Subtree {
  hash: Hash;
}

/**
 * The right edge of a growing tree: the hashes of the complete subtrees that cover it, one per set bit
 * of its size. It is all that is needed to append leaves and to tell the root, in logarithmic memory.
 */
export class Frontier {
  #size = 0;
  readonly #hashes: Hash[] = [];

  /** The frontier of a tree that exists already. */
  static async read(size: number, read: ReadHashes): Promise<Frontier> {
    const frontier = new Frontier();
    frontier.#hashes.push(...(await read(subtreesOf([0, size]))));
    frontier.#size = size;
    return frontier;
  }

  get size(): number {
    return this.#size;
  }

  /** Appends a leaf and returns the subtrees it completes: the leaf itself, then every node that closes above it. */
  append(leafHash: Hash): Node[] {
    let node: Node = { level: 0, index: this.#size, hash: leafHash };
    const completed = [node];
    // As in binary addition: while a subtree of this height already stands alone, the two become one.
    while (node.index % 2 === 1) {
      const left = this.#hashes.pop() as Hash;
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: hashNode(left, node.hash) };
      completed.push(node);
    }
    this.#hashes.push(node.hash);
    this.#size++;
    return completed;
  }

  root(): Hash {
    return this.#size === 0 ? EMPTY_ROOT : foldHashes(this.#hashes);
  }
}
