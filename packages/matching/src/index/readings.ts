import { DoubleRegion } from '../memory/double-region.ts';
import { HEADER } from '../memory/index-memory.ts';
import type { Space } from '../memory/space.ts';
import type { Form, Vowels } from '../sounds/distance.ts';
import { LONGEST_FORM } from '../sounds/fold.ts';

/**
 * Numbers of a reading's row: whose it is, its letters as bits, its weight in 64 bits, how many sounds it has and what its vowels
 * are worth, and its sounds, which lie here and not among the texts because whoever looks at the one looks at the other next.
 */
const ROW = 22;
const OWNER = 0;
const LETTERS = 1;
const WEIGHT = 1;
const TOLD = 4;
const SOUNDS = 5;
const WORD_BYTES = 4;

/** What a reading's vowels are worth, as numbers. */
export const KINDS: Record<Vowels, number> = { written: 0, unwritten: 1, syllabic: 2, transcribed: 3, indic: 4 };
const VOWELS_OF: readonly Vowels[] = ['written', 'unwritten', 'syllabic', 'transcribed', 'indic'];
const KIND_SHIFT = 8;

/** Each reading of each token: whose it is, and what is looked at before it is compared. */
export class Readings {
  readonly #space: Space;
  readonly #rows: DoubleRegion;
  /** Forms of each length, filled anew for each comparison: comparing makes no garbage. */
  readonly #forms = Array.from(
    { length: LONGEST_FORM + 1 },
    (_, length): Form => ({
      codes: new Uint8Array(length),
      placed: new Uint8Array(length),
      letters: 0,
      weight: 0,
      vowels: 'written',
    }),
  );
  /** Readings that are out. */
  size = 0;

  constructor(space: Space) {
    this.#space = space;
    this.#rows = new DoubleRegion(space.memory.readings);
    this.refresh();
  }

  refresh(): void {
    this.size = this.#space.header.load(HEADER.readings);
    this.#rows.refresh();
  }

  add(token: number, form: Form): number {
    const reading = this.size;
    this.#rows.hold((reading + 1) * ROW);
    const row = reading * ROW;
    this.#rows.words[row + OWNER] = token;
    this.#rows.words[row + LETTERS] = form.letters;
    this.#rows.doubles[reading * (ROW / 2) + WEIGHT] = form.weight;
    this.#rows.bytes.set(form.codes, (row + SOUNDS) * WORD_BYTES);
    this.#rows.bytes.set(form.placed, (row + SOUNDS) * WORD_BYTES + form.codes.length);
    this.#rows.words[row + TOLD] = form.codes.length | (KINDS[form.vowels] << KIND_SHIFT);
    this.size = reading + 1;
    this.#space.header.store(HEADER.readings, reading + 1);
    return reading;
  }

  owner(reading: number): number {
    return this.#rows.words[reading * ROW + OWNER]!;
  }

  letters(reading: number): number {
    return this.#rows.words[reading * ROW + LETTERS]!;
  }

  weight(reading: number): number {
    return this.#rows.doubles[reading * (ROW / 2) + WEIGHT]!;
  }

  kind(reading: number): number {
    return this.#rows.words[reading * ROW + TOLD]! >>> KIND_SHIFT;
  }

  /** The reading's form; the next call of a reading as long fills it anew. */
  form(reading: number): Form {
    const told = this.#rows.words[reading * ROW + TOLD]!;
    const length = told & 0xff;
    const form = this.#forms[length]!;
    const { bytes } = this.#rows;
    const from = (reading * ROW + SOUNDS) * WORD_BYTES;
    for (let at = 0; at < length; at++) {
      form.codes[at] = bytes[from + at]!;
      form.placed[at] = bytes[from + length + at]!;
    }
    form.letters = this.letters(reading);
    form.weight = this.weight(reading);
    form.vowels = VOWELS_OF[told >>> KIND_SHIFT]!;
    return form;
  }
}
