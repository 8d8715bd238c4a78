import type { Header } from './header.ts';
import { HEADER, type IndexMemory } from './index-memory.ts';
import { Region } from './region.ts';

/** Numbers of a list's row: where its block lies, how many numbers are in it, the power of two of the block's size, and the key's place. */
const ROW = 4;
const PLACE = 0;
const LENGTH = 1;
/** The power of two above, the key's length below. */
const SIZE = 2;
const KEY = 3;
const SIZE_SHIFT = 26;
const KEY_LENGTH = 0x3ff_ffff;

/**
 * Lists of numbers that only grow, each in a block whose size is a power of two; one that outgrows its block moves to one twice
 * as large, and the block it leaves is used again once nobody reads it. `open` reads a list without making garbage.
 */
export class Lists {
  readonly #header: Header;
  readonly #rows: Region<Uint32Array>;
  readonly #blocks: Region<Uint32Array>;
  /** The list opened last: its numbers lie in `words` from `from` to before `to`. */
  words: Uint32Array;
  from = 0;
  to = 0;

  constructor(memory: IndexMemory, header: Header) {
    this.#header = header;
    this.#rows = new Region(memory.lists, Uint32Array);
    this.#blocks = new Region(memory.blocks, Uint32Array);
    this.words = this.#blocks.words;
  }

  refresh(): void {
    this.#rows.refresh();
    this.#blocks.refresh();
    this.words = this.#blocks.words;
  }

  /** A new list, with its key, as `Texts` keeps it, and with room for as many numbers as are known to come. */
  make(key: { place: number; length: number }, expected = 0): number {
    const list = this.#header.load(HEADER.lists);
    this.#rows.hold((list + 1) * ROW);
    const row = this.#rows.words;
    row[list * ROW + SIZE] = key.length;
    row[list * ROW + KEY] = key.place;
    this.#header.store(HEADER.lists, list + 1);
    if (expected > 0) this.#move(list, 32 - Math.clz32(expected - 1));
    return list;
  }

  keyPlace(list: number): number {
    return this.#row(list, KEY);
  }

  keyLength(list: number): number {
    return this.#row(list, SIZE) & KEY_LENGTH;
  }

  /** Opens a list for reading: see `words`, `from` and `to`. The length first: the place read after it holds so many at least. */
  open(list: number): void {
    if ((list + 1) * ROW > this.#rows.words.length) this.#rows.refresh();
    const length = Atomics.load(this.#rows.words, list * ROW + LENGTH);
    this.from = Atomics.load(this.#rows.words, list * ROW + PLACE);
    this.to = this.from + length;
    if (this.to > this.#blocks.words.length) this.#blocks.refresh();
    this.words = this.#blocks.words;
  }

  append(list: number, value: number): void {
    const rows = this.#rows.words;
    const length = rows[list * ROW + LENGTH]!;
    const size = rows[list * ROW + SIZE]! >>> SIZE_SHIFT;
    if (length === (size === 0 ? 0 : 1 << size)) this.#move(list, size + 1);
    this.#blocks.words[rows[list * ROW + PLACE]! + length] = value;
    Atomics.store(rows, list * ROW + LENGTH, length + 1);
  }

  #row(list: number, at: number): number {
    if ((list + 1) * ROW > this.#rows.words.length) this.#rows.refresh();
    return this.#rows.words[list * ROW + at]!;
  }

  /** To a block of a power of two, 2 at least: a size of 0 stands for none. */
  #move(list: number, wanted: number): void {
    const size = Math.max(1, wanted);
    const rows = this.#rows.words;
    const held = rows[list * ROW + SIZE]! >>> SIZE_SHIFT;
    const from = rows[list * ROW + PLACE]!;
    const place = this.#take(size);
    this.#blocks.words.copyWithin(place, from, from + rows[list * ROW + LENGTH]!);
    Atomics.store(rows, list * ROW + PLACE, place);
    rows[list * ROW + SIZE] = (rows[list * ROW + SIZE]! & KEY_LENGTH) | (size << SIZE_SHIFT);
    if (held > 0) this.#header.giveUp(held, from);
  }

  #take(size: number): number {
    const free = this.#header.takeFree(size);
    if (free !== undefined) return free;
    const place = this.#header.load(HEADER.blocks);
    this.#blocks.hold(place + (1 << size));
    this.#header.store(HEADER.blocks, place + (1 << size));
    return place;
  }
}
