import { DOCUMENT_SEGMENT, type Header, WORD_SEGMENT } from './header.ts';
import { HEADER, type IndexMemory } from './index-memory.ts';
import { Region } from './region.ts';

/** Entries of a segment, and how many of them are used before it is split. */
const SLOTS = 256;
const FULL = 217;

/** A segment: how many bits of the hash its entries share, how many there are, the segment that goes on, and the entries. */
const DEPTH = 0;
const COUNT = 1;
const NEXT = 2;
const ENTRIES = 4;
const WORDS = ENTRIES + SLOTS * 3;

/** Beyond this, entries whose hashes agree in so many bits go into further segments instead: an attacker made them, or chance. */
const DEEPEST = 24;

/** Which parts of the memory a table lies in. */
export interface TableParts {
  directory: 'word-directory' | 'document-directory';
  slots: 'word-slots' | 'document-slots';
  depth: number;
  used: number;
  kind: number;
}

/** Tokens, sounds, skeletons and ids. */
export const WORD_TABLE: TableParts = {
  directory: 'word-directory',
  slots: 'word-slots',
  depth: HEADER.wordDepth,
  used: HEADER.wordSlots,
  kind: WORD_SEGMENT,
};

/** Document numbers. */
export const DOCUMENT_TABLE: TableParts = {
  directory: 'document-directory',
  slots: 'document-slots',
  depth: HEADER.documentDepth,
  used: HEADER.documentSlots,
  kind: DOCUMENT_SEGMENT,
};

/**
 * Numbers by 64-bit hashes: extendible hashing (Fagin and others, 1979). The directory, by the low bits of the hash, names
 * segments; a full segment is written anew as two and the directory told, so that growing never stops the work and a reader at
 * any moment finds all that was there when it began. Several entries may have the same hash; who asks tells them apart.
 */
export class Table {
  readonly #header: Header;
  readonly #parts: TableParts;
  readonly #directory: Region<Uint32Array>;
  readonly #slots: Region<Uint32Array>;

  constructor(memory: IndexMemory, header: Header, parts: TableParts) {
    this.#header = header;
    this.#parts = parts;
    this.#directory = new Region(memory[parts.directory], Uint32Array);
    this.#slots = new Region(memory[parts.slots], Uint32Array);
  }

  /** The first value under a hash that the caller takes for its own; -1 when there is none. */
  find(low: number, high: number, isMeant: (value: number) => boolean): number {
    const entry = this.#entry(low, high, isMeant);
    return entry < 0 ? -1 : this.#slots.words[entry + 2]! - 1;
  }

  /** Puts a value in the place of one that was found before. */
  replace(low: number, high: number, before: number, value: number): void {
    const entry = this.#entry(low, high, (held) => held === before);
    if (entry >= 0) Atomics.store(this.#slots.words, entry + 2, value + 1);
  }

  /** Adds an entry; `value` is less than 2^32 - 1. */
  add(low: number, high: number, value: number): void {
    if (this.#directory.words.length === 0) this.#found();
    for (;;) {
      const at = this.#segmentOf(low);
      const segment = this.#directory.words[at]!;
      const isFull = this.#slots.words[segment + COUNT]! >= FULL;
      if (!isFull || this.#slots.words[segment + DEPTH]! >= DEEPEST) {
        this.#put(isFull ? this.#further(segment) : segment, low, high, value);
        return;
      }
      this.#split(segment, low);
    }
  }

  /** Sees what the writer has added since. */
  refresh(): void {
    this.#directory.refresh();
    this.#slots.refresh();
  }

  #entry(low: number, high: number, isMeant: (value: number) => boolean): number {
    if (this.#directory.words.length === 0) return -1;
    for (let segment = Atomics.load(this.#directory.words, this.#segmentOf(low)); ; ) {
      if (segment + WORDS > this.#slots.words.length) this.#slots.refresh();
      const slots = this.#slots.words;
      for (let probe = 0, slot = high % SLOTS; probe < SLOTS; probe++, slot = (slot + 1) % SLOTS) {
        const entry = segment + ENTRIES + slot * 3;
        const value = Atomics.load(slots, entry + 2);
        if (value === 0) break;
        if (slots[entry] === low && slots[entry + 1] === high && isMeant(value - 1)) return entry;
      }
      const next = Atomics.load(slots, segment + NEXT);
      if (next === 0) return -1;
      segment = next;
    }
  }

  /** Where in the directory a hash's segment is named. */
  #segmentOf(low: number): number {
    const at = low & ((1 << this.#header.load(this.#parts.depth)) - 1);
    if (at >= this.#directory.words.length) this.#directory.refresh();
    return at;
  }

  #found(): void {
    this.#directory.hold(1);
    // The place 0 stands for no segment.
    if (this.#header.load(this.#parts.used) === 0) this.#header.store(this.#parts.used, ENTRIES);
    this.#directory.words[0] = this.#segment(0);
  }

  #segment(depth: number): number {
    const segment = this.#header.takeFree(this.#parts.kind) ?? this.#header.load(this.#parts.used);
    const end = this.#header.load(this.#parts.used);
    if (segment === end) {
      this.#slots.hold(end + WORDS);
      this.#header.store(this.#parts.used, end + WORDS);
    } else this.#slots.words.fill(0, segment, segment + WORDS);
    this.#slots.words[segment + DEPTH] = depth;
    return segment;
  }

  /** The last of the segments that go on from one, with room. */
  #further(segment: number): number {
    let last = segment;
    while (this.#slots.words[last + COUNT]! >= FULL) {
      if (this.#slots.words[last + NEXT] === 0) {
        const further = this.#segment(DEEPEST);
        Atomics.store(this.#slots.words, last + NEXT, further);
      }
      last = this.#slots.words[last + NEXT]!;
    }
    return last;
  }

  #put(segment: number, low: number, high: number, value: number): void {
    const slots = this.#slots.words;
    let slot = high % SLOTS;
    while (slots[segment + ENTRIES + slot * 3 + 2] !== 0) slot = (slot + 1) % SLOTS;
    const entry = segment + ENTRIES + slot * 3;
    slots[entry] = low;
    slots[entry + 1] = high;
    slots[segment + COUNT]!++;
    // The value last: a reader that sees it sees the hash before it.
    Atomics.store(slots, entry + 2, value + 1);
  }

  /** Writes a full segment anew as two and names them where it was named. */
  #split(segment: number, low: number): void {
    const depth = this.#slots.words[segment + DEPTH]!;
    if (depth === this.#header.load(this.#parts.depth)) this.#double(depth);
    const halves = [this.#segment(depth + 1), this.#segment(depth + 1)] as const;
    const slots = this.#slots.words;
    for (let entry = segment + ENTRIES; entry < segment + WORDS; entry += 3) {
      const value = slots[entry + 2]!;
      if (value !== 0) this.#put(halves[(slots[entry]! >>> depth) & 1]!, slots[entry]!, slots[entry + 1]!, value - 1);
    }
    const named = 1 << this.#header.load(this.#parts.depth);
    const step = 1 << depth;
    for (let at = low & (step - 1); at < named; at += step)
      Atomics.store(this.#directory.words, at, halves[(at >>> depth) & 1]!);
    this.#header.giveUp(this.#parts.kind, segment);
  }

  /** The upper half is a copy of the lower; what is there stays where it is. */
  #double(depth: number): void {
    const half = 1 << depth;
    this.#directory.hold(half * 2);
    this.#directory.words.copyWithin(half, 0, half);
    this.#header.store(this.#parts.depth, depth + 1);
  }
}
