/** Numbers, or bytes, in a chunk. */
const CHUNK = 1 << 17;

/** Whole numbers end to end in chunks, off the garbage collector's path; a run never crosses a chunk. */
export class IntPool {
  readonly #chunks: Int32Array[] = [];
  #used = CHUNK;

  /** Keeps a run and returns where it lies. */
  append(run: ArrayLike<number>): number {
    if (this.#used + run.length > CHUNK) {
      this.#chunks.push(new Int32Array(Math.max(CHUNK, run.length)));
      this.#used = 0;
    }
    const place = (this.#chunks.length - 1) * CHUNK + this.#used;
    this.#chunks.at(-1)!.set(run, this.#used);
    this.#used += run.length;
    return place;
  }

  /** The chunk a run lies in. */
  chunk(place: number): Int32Array {
    return this.#chunks[Math.floor(place / CHUNK)]!;
  }

  /** Where in its chunk a run begins. */
  offset(place: number): number {
    return place % CHUNK;
  }
}

/** Texts as UTF-8 in chunks; `place` and `length` find them again. */
export class TextPool {
  readonly #chunks: Uint8Array[] = [];
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #used = CHUNK;

  append(text: string): { place: number; length: number } {
    const most = text.length * 3;
    if (this.#used + most > CHUNK) {
      this.#chunks.push(new Uint8Array(Math.max(CHUNK, most)));
      this.#used = 0;
    }
    const chunk = this.#chunks.at(-1)!;
    const { written } = this.#encoder.encodeInto(text, chunk.subarray(this.#used));
    const place = (this.#chunks.length - 1) * CHUNK + this.#used;
    this.#used += written;
    return { place, length: written };
  }

  read(place: number, length: number): string {
    const offset = place % CHUNK;
    return this.#decoder.decode(this.#chunks[Math.floor(place / CHUNK)]!.subarray(offset, offset + length));
  }
}

/** A typed array that grows by half when it is full. */
export function grown<T extends Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array>(
  array: T,
  needed: number,
): T {
  if (needed <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(
    Math.max(needed, array.length + (array.length >> 1), 1024),
  );
  larger.set(array as never);
  return larger;
}
