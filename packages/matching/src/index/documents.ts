import { foldDocumentNumber, foldLookAlikes } from '../document-number.ts';
import { isTelling } from '../facts/document.ts';
import { hashed } from '../memory/hash.ts';
import { HEADER } from '../memory/index-memory.ts';
import { Region } from '../memory/region.ts';
import type { Space } from '../memory/space.ts';
import { DOCUMENT_TABLE, Table } from '../memory/table.ts';
import { isPacked, packNumber } from './packed-number.ts';

/** Numbers of a further holder's row: its ordinal, and the place of the next. */
const ROW = 2;

const anyValue = () => true;

/**
 * Document numbers with look-alikes folded, and the ordinals of the subjects that have them. A number of up to twelve letters and
 * digits is its own key, so that nothing else is ever found under it; a longer one is found by a hash, and who asks compares the
 * numbers themselves (`isExact`). What is ended stays under its number until the memory is written anew.
 */
export class Documents {
  readonly #space: Space;
  readonly #table: Table;
  readonly #holders: Region<Uint32Array>;

  constructor(space: Space) {
    this.#space = space;
    this.#table = new Table(space.memory, space.header, DOCUMENT_TABLE);
    this.#holders = new Region(space.memory.holders, Uint32Array);
  }

  refresh(): void {
    this.#table.refresh();
    this.#holders.refresh();
  }

  /** Files a subject under its numbers. */
  add(numbers: Iterable<string>, ordinal: number): void {
    for (const key of new Set(Array.from(numbers, keyOf))) if (key !== '') this.#file(key, ordinal);
  }

  /**
   * Ordinals under this number or one that looks like it, those ended among them; under a number that is not packed also those
   * whose number has the same hash.
   */
  holdersOf(number: string): number[] {
    const key = keyOf(number);
    if (key === '') return [];
    packNumber(key);
    const value = this.#table.find(hashed.low, hashed.high, anyValue);
    if (value < 0) return [];
    const found: number[] = [];
    if ((value & 1) === 0) return [value >>> 1];
    for (let place = value >>> 1; place !== 0; place = this.#holders.words[place * ROW + 1]!) {
      if ((place + 1) * ROW > this.#holders.words.length) this.#holders.refresh();
      found.push(this.#holders.words[place * ROW]!);
    }
    return found;
  }

  /** Whether whoever is found under a number has it for sure. */
  isExact(number: string): boolean {
    return isPacked(keyOf(number));
  }

  /** A value is twice the ordinal of the only holder, or twice the place of the first of several, and one. */
  #file(key: string, ordinal: number): void {
    packNumber(key);
    const { low, high } = hashed;
    const held = this.#table.find(low, high, anyValue);
    if (held < 0) this.#table.add(low, high, ordinal * 2);
    else {
      const rest = (held & 1) === 1 ? held >>> 1 : this.#further(held >>> 1, 0);
      this.#table.replace(low, high, held, this.#further(ordinal, rest) * 2 + 1);
    }
  }

  #further(ordinal: number, next: number): number {
    const place = this.#space.header.load(HEADER.holders) + 1;
    this.#holders.hold((place + 1) * ROW);
    this.#holders.words[place * ROW] = ordinal;
    this.#holders.words[place * ROW + 1] = next;
    this.#space.header.store(HEADER.holders, place);
    return place;
  }
}

/** The number as it is filed; empty when it tells nothing. */
export function keyOf(number: string): string {
  const folded = foldDocumentNumber(number);
  return isTelling(folded) ? foldLookAlikes(folded) : '';
}
