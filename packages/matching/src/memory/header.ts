import { HEADER, type IndexMemory, MOST_READERS } from './index-memory.ts';

/** What a place given up may be used for again: a block of so many numbers (its power of two), or a segment of a table. */
type Kind = number;
export const WORD_SEGMENT = 64;
export const DOCUMENT_SEGMENT = 65;

/** So many are waited for before it is looked who still reads. */
const WAITING = 64;

interface GivenUp {
  epoch: number;
  kind: Kind;
  place: number;
}

/**
 * The numbers that writer and readers agree by. The writer never changes what a reader may be looking at: it writes beside it and
 * stores where the new lies. The place it leaves is used again once no reader is at work that began before (epoch-based
 * reclamation, Fraser 2004).
 */
export class Header {
  readonly #words: Int32Array;
  readonly #free = new Map<Kind, number[]>();
  #waiting: GivenUp[] = [];
  #look = WAITING;

  constructor({ header }: IndexMemory) {
    this.#words = new Int32Array(header);
  }

  load(at: number): number {
    return Atomics.load(this.#words, at) >>> 0;
  }

  store(at: number, value: number): void {
    Atomics.store(this.#words, at, value);
  }

  /** A reader begins; its number is its own. */
  enter(reader: number): void {
    Atomics.store(this.#words, HEADER.readers + reader, Atomics.load(this.#words, HEADER.epoch));
  }

  leave(reader: number): void {
    Atomics.store(this.#words, HEADER.readers + reader, 0);
  }

  /** A place that nobody new is led to any more. */
  giveUp(kind: Kind, place: number): void {
    this.#waiting.push({ epoch: Atomics.load(this.#words, HEADER.epoch), kind, place });
    Atomics.add(this.#words, HEADER.epoch, 1);
    if (this.#waiting.length >= this.#look) this.#reclaim();
  }

  /** A place given up before that no reader looks at. */
  takeFree(kind: Kind): number | undefined {
    const free = this.#free.get(kind);
    if (!free?.length && this.#waiting.length > 0) this.#reclaim();
    return this.#free.get(kind)?.pop();
  }

  #reclaim(): void {
    let oldest = Atomics.load(this.#words, HEADER.epoch);
    for (let reader = 0; reader < MOST_READERS; reader++) {
      const began = Atomics.load(this.#words, HEADER.readers + reader);
      if (began !== 0 && began < oldest) oldest = began;
    }
    const still: GivenUp[] = [];
    for (const one of this.#waiting) {
      if (one.epoch >= oldest) still.push(one);
      else this.#freeOf(one.kind).push(one.place);
    }
    this.#waiting = still;
    this.#look = WAITING + still.length * 2;
  }

  #freeOf(kind: Kind): number[] {
    const known = this.#free.get(kind);
    if (known) return known;
    const made: number[] = [];
    this.#free.set(kind, made);
    return made;
  }
}
