import type { Space } from '../memory/space.ts';
import { WORD } from '../memory/words.ts';
import { ALIKE } from '../names/similarity.ts';
import type { Token } from '../names/token.ts';
import { type Form, formSimilarity } from '../sounds/distance.ts';
import { VOWELS } from '../sounds/fold.ts';
import { quietSkeletonOf, shorterSkeletons, skeletonOf } from '../sounds/skeleton.ts';
import { type Likeness, MostAlike } from './most-alike.ts';
import { KINDS, Readings } from './readings.ts';
import { Tokens } from './tokens.ts';

/** Answers remembered while no new token comes in. */
const MOST_REMEMBERED = 20_000;

/**
 * Every token there is, found again by its consonant skeleton and by the skeletons that lack one of its letters, so that a slip
 * in a consonant, or any number in the vowels, still finds it.
 */
export class Vocabulary {
  readonly tokens: Tokens;
  readonly #space: Space;
  readonly #readings: Readings;
  readonly #remembered = new Map<string, Likeness[]>();
  readonly #near = new Map<string, Set<number>>();
  /** Tokens at the time of what is remembered. */
  #rememberedOf = 0;
  readonly #found = new MostAlike();

  constructor(space: Space) {
    this.#space = space;
    this.tokens = new Tokens(space);
    this.#readings = new Readings(space);
  }

  /** Sees what the writer has added since. */
  refresh(): void {
    this.tokens.refresh();
    this.#readings.refresh();
  }

  /** The number of a token, given on first sight. */
  numberOf(token: Token): number {
    const known = this.tokens.numberOf(token);
    return known >= 0 ? known : this.#enter(token);
  }

  /** Takes in what another memory holds of a token, with room for the subjects that have it there. */
  copy(from: Vocabulary, number: number): number {
    const { tokens } = from;
    return this.#enter(tokens.read(number), { expected: tokens.live(number), isParted: tokens.isParted(number) });
  }

  #enter(token: Token, told: { expected?: number; isParted?: boolean } = {}): number {
    const number = this.tokens.enter(token, told);
    if (token.role === 'name')
      for (const [at, sound] of token.sounds.entries()) this.#file(sound, token.forms[at]!, number);
    return number;
  }

  /** Tokens that sound exactly so. */
  soundingLike(sound: string): number[] {
    const { words, lists } = this.#space;
    const list = words.list(WORD.sound, sound);
    if (list < 0) return [];
    lists.open(list);
    return Array.from(lists.words.subarray(lists.from, lists.to));
  }

  /** The kept tokens that a sought one may be, most alike first; equal ones in the order of their sounds. */
  alike(sounds: string[], forms: Form[], least = ALIKE): Likeness[] {
    if (this.#rememberedOf !== this.tokens.size) {
      this.#remembered.clear();
      this.#near.clear();
      this.#rememberedOf = this.tokens.size;
    }
    const key = `${least} ${forms[0]!.vowels[0]} ${sounds.join('|')}`;
    const remembered = this.#remembered.get(key);
    if (remembered) return remembered;
    return remember(this.#remembered, key, this.#compare(sounds, forms, least));
  }

  #file(sound: string, form: Form, token: number): void {
    const { words, lists } = this.#space;
    lists.append(words.listFor(WORD.sound, sound), token);
    const reading = this.#readings.add(token, form);
    const skeleton = skeletonOf(sound);
    const quiet = quietSkeletonOf(sound);
    if (form.vowels !== 'unwritten' && form.vowels !== 'syllabic' && quiet !== skeleton)
      lists.append(words.listFor(WORD.quiet, quiet), reading);
    const held = words.list(WORD.skeleton, skeleton);
    const list = held >= 0 ? held : words.listFor(WORD.skeleton, skeleton);
    lists.append(list, reading);
    if (held >= 0) return;
    for (const shorter of shorterSkeletons(skeleton)) lists.append(words.listFor(WORD.shorter, shorter), list);
  }

  #compare(sounds: string[], forms: Form[], least: number): Likeness[] {
    const { words } = this.#space;
    const found = this.#found;
    found.begin(least, this.tokens.size);
    for (const [at, sound] of sounds.entries()) {
      const form = forms[at]!;
      const own = skeletonOf(sound);
      const quiet = quietSkeletonOf(sound);
      for (const list of this.#nearSkeletons(own)) this.#compareReadings(list, form, least, found);
      if (form.vowels === 'syllabic') this.#compareReadings(words.list(WORD.quiet, own), form, least, found);
      else if (quiet !== own) this.#compareReadings(words.list(WORD.skeleton, quiet), form, least, found);
    }
    return found.take((one, other) => this.tokens.compare(one, other));
  }

  /** Compares a form with the readings of a list, after a cheap look at letters and weights that spares most; keeps the most alike. */
  #compareReadings(list: number, form: Form, least: number, found: MostAlike): void {
    if (list < 0) return;
    const { lists } = this.#space;
    lists.open(list);
    const { words, from, to } = lists;
    const readings = this.#readings;
    const kind = KINDS[form.vowels];
    const { weight, letters } = form;
    for (let at = from; at < to; at++) {
      const reading = words[at]!;
      // Added since the search began.
      if (reading >= readings.size) continue;
      const held = readings.kind(reading);
      const other = letters ^ readings.letters(reading);
      if (held === kind) {
        const heavier = Math.max(weight, readings.weight(reading));
        if (Math.abs(weight - readings.weight(reading)) > (1 - least) * heavier) continue;
        if (countBits(other) > 1 + heavier * 0.8) continue;
      } else if (held !== KINDS.syllabic && kind !== KINDS.syllabic) {
        if (countBits(other & ~VOWEL_LETTERS) > 1 + weight * 0.6) continue;
      }
      const similarity = formSimilarity(form, readings.form(reading), found.bar);
      if (similarity >= found.bar) found.put(readings.owner(reading), similarity);
    }
  }

  /** The lists of the skeletons equal to this one or one letter added, left out, changed or swapped away. */
  #nearSkeletons(skeleton: string): Set<number> {
    const remembered = this.#near.get(skeleton);
    if (remembered) return remembered;
    const near = new Set<number>();
    this.#includeSkeleton(skeleton, near);
    for (const shorter of shorterSkeletons(skeleton)) this.#includeSkeleton(shorter, near);
    return remember(this.#near, skeleton, near);
  }

  #includeSkeleton(skeleton: string, near: Set<number>): void {
    const { words, lists } = this.#space;
    const own = words.list(WORD.skeleton, skeleton);
    if (own >= 0) near.add(own);
    const longer = words.list(WORD.shorter, skeleton);
    if (longer < 0) return;
    lists.open(longer);
    for (let at = lists.from; at < lists.to; at++) near.add(lists.words[at]!);
  }
}

function remember<Value>(answers: Map<string, Value>, key: string, value: Value): Value {
  if (answers.size >= MOST_REMEMBERED) answers.clear();
  answers.set(key, value);
  return value;
}

const VOWEL_LETTERS = (1 << VOWELS) - 1;

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
