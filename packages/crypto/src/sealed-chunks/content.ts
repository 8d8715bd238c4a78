import { createHash } from 'node:crypto';
import { equalBytes, type Hash } from '../sha256.ts';

/** Bytes as they come, in pieces of any length: from a file, a request, memory. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The identity of an attachment: how many bytes, and their SHA-256. */
export interface Content {
  size: number;
  sha256: Hash;
}

export function isSameContent(left: Content, right: Content): boolean {
  return left.size === right.size && equalBytes(left.sha256, right.sha256);
}

/** Tells the identity of bytes that pass by once, without keeping them. */
export class ContentMeter {
  #size = 0;
  readonly #hash = createHash('sha256');

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#size += bytes.length;
  }

  /** Hands the source on, piece by piece, and counts it: `sealChunks(key, place, meter.watch(file))` reads it once. */
  async *watch(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of source) {
      this.add(piece);
      yield piece;
    }
  }

  /** The identity of what has passed so far. */
  content(): Content {
    return { size: this.#size, sha256: this.#hash.copy().digest() };
  }
}
