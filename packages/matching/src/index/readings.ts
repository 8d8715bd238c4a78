import { DoubleRegion } from '../memory/double-region.ts';
import { HEADER } from '../memory/index-memory.ts';
import type { Space } from '../memory/space.ts';
import type { Form, Vowels } from '../sounds/distance.ts';
import { LONGEST_FORM } from '../sounds/fold.ts';

/** Numbers of a reading's row: whose it is, its letters as bits, its weight in 64 bits, its sounds, how many and what its vowels are worth. */
const ROW = 6;
const OWNER = 0;
const LETTERS = 1;
const WEIGHT = 1;
const CODES = 4;
const TOLD = 5;

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
    (_, length): Form => ({ codes: new Uint8Array(length), weight: 0, vowels: 'written' }),
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
    this.#rows.words[row + LETTERS] = lettersOf(form);
    this.#rows.doubles[reading * (ROW / 2) + WEIGHT] = form.weight;
    this.#rows.words[row + CODES] = this.#space.texts.appendBytes(form.codes);
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
    const { bytes } = this.#space.texts;
    const from = this.#space.texts.offset(this.#rows.words[reading * ROW + CODES]!);
    for (let at = 0; at < length; at++) form.codes[at] = bytes[from + at]!;
    form.weight = this.weight(reading);
    form.vowels = VOWELS_OF[told >>> KIND_SHIFT]!;
    return form;
  }
}

/** The letters of a form as a set of bits. */
export function lettersOf({ codes }: Form): number {
  let letters = 0;
  for (const code of codes) letters |= 1 << Math.min(code, 31);
  return letters >>> 0;
}
