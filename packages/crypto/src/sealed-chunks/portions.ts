import type { ByteSource } from './content.ts';

/**
 * Cuts a stream of bytes into portions of `length`, whatever pieces it comes in; the last may be shorter, and none is empty.
 * A portion is a copy, since a source may use its buffer again, and there is one at a time.
 */
export async function* portionsOf(source: ByteSource, length: number): AsyncGenerator<Uint8Array, void, undefined> {
  let portion = new Uint8Array();
  let filled = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length; ) {
      if (filled === 0) portion = Buffer.allocUnsafe(length);
      const taken = Math.min(length - filled, piece.length - at);
      portion.set(piece.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled === length) {
        yield portion;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield portion.subarray(0, filled);
}
