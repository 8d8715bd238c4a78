import type { Header } from './header.ts';
import { Region } from './region.ts';

/** Texts begin at every fourth byte, so that 32 bits tell a place among 16 GiB. */
const ALIGNED = 4;

/** Texts as UTF-8 end to end, off the garbage collector's path; `place` and `length` find them again. */
export class Texts {
  readonly #header: Header;
  readonly #end: number;
  readonly #bytes: Region<Uint8Array>;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  /** `end`: where the header keeps how far they go. */
  constructor(buffer: SharedArrayBuffer, header: Header, end: number) {
    this.#header = header;
    this.#end = end;
    this.#bytes = new Region(buffer, Uint8Array);
  }

  refresh(): void {
    this.#bytes.refresh();
  }

  /** Keeps a text without half surrogates. */
  append(text: string): { place: number; length: number } {
    const place = this.#header.load(this.#end);
    const from = place * ALIGNED;
    this.#bytes.hold(from + text.length * 3);
    const { written } = this.#encoder.encodeInto(text, this.#bytes.words.subarray(from, from + text.length * 3));
    this.#header.store(this.#end, place + Math.ceil(written / ALIGNED));
    return { place, length: written };
  }

  read(place: number, length: number): string {
    const from = place * ALIGNED;
    return this.#decoder.decode(this.#bytes.words.subarray(from, from + length));
  }

  /** What follows the first `skipped` bytes of a text. */
  readAfter(place: number, skipped: number, length: number): string {
    const from = place * ALIGNED;
    return this.#decoder.decode(this.#bytes.words.subarray(from + skipped, from + length));
  }

  /** Bytes of a text. */
  measure(text: string): number {
    return this.#encoder.encode(text).length;
  }

  /** Whether a text of ASCII lies at a place. */
  isAt(place: number, length: number, text: string): boolean {
    if (text.length !== length) return false;
    const bytes = this.#bytes.words;
    const from = place * ALIGNED;
    for (let at = 0; at < length; at++) if (bytes[from + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Two texts in the order of their bytes: negative, 0 or positive. */
  compare(left: number, leftLength: number, right: number, rightLength: number): number {
    const bytes = this.#bytes.words;
    const [one, other] = [left * ALIGNED, right * ALIGNED];
    const shorter = Math.min(leftLength, rightLength);
    for (let at = 0; at < shorter; at++) {
      const difference = bytes[one + at]! - bytes[other + at]!;
      if (difference !== 0) return difference;
    }
    return leftLength - rightLength;
  }
}
