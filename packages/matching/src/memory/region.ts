/** The kinds of numbers a region may hold. */
export type Words = Uint8Array | Int32Array | Uint32Array;
type WordsClass<T extends Words> = new (buffer: SharedArrayBuffer, offset: number, length: number) => T;

/** Growth in bytes at least; a page of most machines' memory, several times over. */
const PAGE = 1 << 14;
/** And at most: growing costs little, and what is taken and not used is wasted. */
const MOST_SPARE = 1 << 26;

/**
 * Numbers in shared memory that grows in place: whoever has the buffer sees what is added, and nothing ever moves. The view has
 * a fixed length, which V8 reads as fast as an ordinary array (one that follows the buffer's length is five times slower), so that
 * a reader takes a longer one with `refresh` before it goes further than the last.
 */
export class Region<T extends Words> {
  words: T;
  readonly #buffer: SharedArrayBuffer;
  readonly #class: WordsClass<T>;
  readonly #size: number;

  constructor(buffer: SharedArrayBuffer, kind: WordsClass<T> & { readonly BYTES_PER_ELEMENT: number }) {
    this.#buffer = buffer;
    this.#class = kind;
    this.#size = kind.BYTES_PER_ELEMENT;
    this.words = new kind(buffer, 0, Math.floor(buffer.byteLength / this.#size));
  }

  /** Sees what the writer has added since. */
  refresh(): void {
    const length = Math.floor(this.#buffer.byteLength / this.#size);
    if (length !== this.words.length) this.words = new this.#class(this.#buffer, 0, length);
  }

  /** Makes room for so many numbers; throws a RangeError where the memory was not made for so many. */
  hold(numbers: number): void {
    if (numbers <= this.words.length) return;
    const bytes = numbers * this.#size;
    if (bytes > this.#buffer.maxByteLength) throw new RangeError('The index is full');
    const held = this.#buffer.byteLength;
    const generous = Math.max(bytes, held + Math.min(held / 4, MOST_SPARE), PAGE);
    const whole = Math.ceil(generous / PAGE) * PAGE;
    this.#buffer.grow(Math.min(whole, this.#buffer.maxByteLength));
    this.refresh();
  }
}
