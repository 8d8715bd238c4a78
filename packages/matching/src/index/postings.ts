import { grown } from './pools.ts';

/** Entries of the smallest block. */
const SMALLEST = 2;

/**
 * For each token the ordinals of the subjects that have it, ascending, end to end in one array of numbers. A list lies in a block
 * whose size is a power of two; one that outgrows its block moves to one twice as large, and the block it leaves is used again.
 */
export class Postings {
  #blocks = new Uint32Array(1 << 16);
  #used = 0;
  /** Blocks given up, by the power of two of their size. */
  readonly #free = Array.from({ length: 32 }, () => [] as number[]);
  #places = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #sizes = new Uint32Array(1024);

  /** Where the ordinals lie; to be read again after any change. */
  get blocks(): Uint32Array {
    return this.#blocks;
  }

  /** Where in `blocks` the list of a token begins. */
  place(token: number): number {
    return this.#places[token]!;
  }

  /** Subjects that have the token. */
  length(token: number): number {
    return this.#lengths[token]!;
  }

  /** Makes room for the lists of so many tokens. */
  hold(tokens: number): void {
    this.#places = grown(this.#places, tokens);
    this.#lengths = grown(this.#lengths, tokens);
    this.#sizes = grown(this.#sizes, tokens);
  }

  /** Adds an ordinal higher than any in the list. */
  add(token: number, ordinal: number): void {
    const length = this.#lengths[token]!;
    if (length === this.#sizes[token]) this.#move(token, length === 0 ? SMALLEST : length * 2);
    this.#blocks[this.#places[token]! + length] = ordinal;
    this.#lengths[token] = length + 1;
  }

  /** Takes an ordinal out, if it is there. */
  remove(token: number, ordinal: number): void {
    const place = this.#places[token]!;
    const length = this.#lengths[token]!;
    const at = this.#find(place, length, ordinal);
    if (at === length || this.#blocks[place + at] !== ordinal) return;
    this.#blocks.copyWithin(place + at, place + at + 1, place + length);
    this.#lengths[token] = length - 1;
    const half = this.#sizes[token]! / 2;
    if (length === 1) this.#release(token);
    else if (half >= SMALLEST && length - 1 < half / 2) this.#move(token, half);
  }

  #find(place: number, length: number, ordinal: number): number {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#blocks[place + middle]! < ordinal) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #move(token: number, size: number): void {
    const from = this.#places[token]!;
    const place = this.#take(size);
    this.#blocks.copyWithin(place, from, from + this.#lengths[token]!);
    this.#release(token);
    this.#places[token] = place;
    this.#sizes[token] = size;
  }

  #take(size: number): number {
    const place = this.#free[Math.log2(size)]!.pop();
    if (place !== undefined) return place;
    this.#blocks = grown(this.#blocks, this.#used + size);
    this.#used += size;
    return this.#used - size;
  }

  #release(token: number): void {
    const size = this.#sizes[token]!;
    if (size > 0) this.#free[Math.log2(size)]!.push(this.#places[token]!);
    this.#sizes[token] = 0;
  }
}
