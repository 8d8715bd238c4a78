import { ALIKE } from '../names/similarity.ts';
import type { Token } from '../names/token.ts';
import { type Form, formSimilarity, type Vowels } from '../sounds/distance.ts';
import { VOWELS } from '../sounds/fold.ts';
import { quietSkeletonOf, shorterSkeletons, skeletonOf } from '../sounds/skeleton.ts';
import { grown } from './pools.ts';
import { Postings } from './postings.ts';

/** A kept token that a sought one may be, and how alike they are. */
export interface Likeness {
  token: number;
  similarity: number;
}

/** The most likenesses of one sought token; the most alike stay. */
const MOST_ALIKE = 160;

/** Answers remembered while no new token comes in. */
const MOST_REMEMBERED = 20_000;

/** What a reading's vowels are worth, as numbers. */
const KINDS: Record<Vowels, number> = { written: 0, unwritten: 1, syllabic: 2 };

/**
 * Every token there is, once per normal form, found again by its consonant skeleton and by the
 * skeletons that lack one of its letters, so that a slip in a consonant, or any number in the
 * vowels, still finds it. Numbers of tokens are given out in the order of adding.
 */
export class Vocabulary {
  /** Which subjects have a token. */
  readonly postings = new Postings();
  readonly #numbers = new Map<string, number>();
  readonly #tokens: Token[] = [];
  readonly #keys: string[] = [];
  readonly #bySound = new Map<string, number[]>();
  /** Readings by skeleton, as numbers of readings. */
  readonly #bySkeleton = new Map<string, number[]>();
  /** Readings written as they sound, by their skeleton without the r's that end a syllable, where it is another. */
  readonly #byQuiet = new Map<string, number[]>();
  readonly #byShorter = new Map<string, string[]>();
  readonly #remembered = new Map<string, Likeness[]>();
  /** Each reading of each token: whose it is, and what is looked at before it is compared. */
  readonly #readings: Form[] = [];
  #owners = new Uint32Array(1024);
  #kinds = new Uint8Array(1024);
  #letters = new Uint32Array(1024);
  #weights = new Float64Array(1024);
  #openWeights = new Float64Array(1024);

  /** Tokens held. */
  get size(): number {
    return this.#tokens.length;
  }

  /** The number of a token, given on first sight. */
  numberOf(token: Token): number {
    const key = `${token.role[0]}${token.forms[0]!.vowels[0]} ${token.sounds.join('|')}`;
    return this.#numbers.get(key) ?? this.#enter(key, token);
  }

  token(number: number): Token {
    return this.#tokens[number]!;
  }

  /** What a token weighs when it is left over; particles and initials weigh nothing then. */
  openWeight(number: number): number {
    return this.#openWeights[number]!;
  }

  /** Tokens that sound exactly so. */
  soundingLike(sound: string): number[] {
    return this.#bySound.get(sound) ?? [];
  }

  /** The kept tokens that a sought one may be, most alike first; equal ones in the order of their sounds. */
  alike(sounds: string[], forms: Form[], least = ALIKE): Likeness[] {
    const key = `${least} ${forms[0]!.vowels[0]} ${sounds.join('|')}`;
    const remembered = this.#remembered.get(key);
    if (remembered) return remembered;
    const found = this.#compare(sounds, forms, least);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, found);
    return found;
  }

  #enter(key: string, token: Token): number {
    const number = this.#tokens.length;
    this.#numbers.set(key, number);
    this.#tokens.push(token);
    this.#keys.push(key);
    this.postings.hold(number + 1);
    this.#openWeights = grown(this.#openWeights, number + 1);
    this.#openWeights[number] = token.role === 'name' ? token.weight : 0;
    if (token.role === 'name')
      for (const [at, sound] of token.sounds.entries()) this.#file(sound, token.forms[at]!, number);
    this.#remembered.clear();
    return number;
  }

  #file(sound: string, form: Form, token: number): void {
    append(this.#bySound, sound, token);
    const reading = this.#readings.length;
    this.#readings.push(form);
    this.#owners = grown(this.#owners, reading + 1);
    this.#kinds = grown(this.#kinds, reading + 1);
    this.#letters = grown(this.#letters, reading + 1);
    this.#weights = grown(this.#weights, reading + 1);
    this.#owners[reading] = token;
    this.#kinds[reading] = KINDS[form.vowels];
    this.#letters[reading] = lettersOf(form);
    this.#weights[reading] = form.weight;
    const skeleton = skeletonOf(sound);
    const quiet = quietSkeletonOf(sound);
    if (form.vowels === 'written' && quiet !== skeleton) append(this.#byQuiet, quiet, reading);
    const held = this.#bySkeleton.get(skeleton);
    if (held) {
      held.push(reading);
      return;
    }
    this.#bySkeleton.set(skeleton, [reading]);
    for (const shorter of shorterSkeletons(skeleton)) append(this.#byShorter, shorter, skeleton);
  }

  #compare(sounds: string[], forms: Form[], least: number): Likeness[] {
    const best = new Map<number, number>();
    for (const [at, sound] of sounds.entries()) {
      const form = forms[at]!;
      const own = skeletonOf(sound);
      const quiet = quietSkeletonOf(sound);
      for (const skeleton of this.#nearSkeletons(own))
        this.#compareReadings(this.#bySkeleton.get(skeleton)!, form, least, best);
      if (form.vowels === 'syllabic') this.#compareReadings(this.#byQuiet.get(own) ?? [], form, least, best);
      else if (quiet !== own) this.#compareReadings(this.#bySkeleton.get(quiet) ?? [], form, least, best);
    }
    const found = Array.from(best, ([token, similarity]) => ({ token, similarity }));
    found.sort((a, b) => b.similarity - a.similarity || (this.#keys[a.token]! < this.#keys[b.token]! ? -1 : 1));
    return found.length > MOST_ALIKE ? found.slice(0, MOST_ALIKE) : found;
  }

  /** Compares a form with readings, after a cheap look at letters and weights that spares most; keeps the best per token. */
  #compareReadings(readings: number[], form: Form, least: number, best: Map<number, number>): void {
    const letters = lettersOf(form);
    const kind = KINDS[form.vowels];
    const { weight } = form;
    for (const reading of readings) {
      const held = this.#kinds[reading]!;
      const other = letters ^ this.#letters[reading]!;
      if (held === kind) {
        const heavier = Math.max(weight, this.#weights[reading]!);
        if (Math.abs(weight - this.#weights[reading]!) > (1 - least) * heavier) continue;
        if (countBits(other) > 1 + heavier * 0.8) continue;
      } else if (held !== KINDS.syllabic && kind !== KINDS.syllabic) {
        if (countBits(other & ~VOWEL_LETTERS) > 1 + weight * 0.6) continue;
      }
      const similarity = formSimilarity(form, this.#readings[reading]!, least);
      const owner = this.#owners[reading]!;
      if (similarity >= least && similarity > (best.get(owner) ?? 0)) best.set(owner, similarity);
    }
  }

  /** Skeletons equal to this one or one letter added, left out, changed or swapped away. */
  #nearSkeletons(skeleton: string): Set<string> {
    const near = new Set<string>();
    if (this.#bySkeleton.has(skeleton)) near.add(skeleton);
    for (const longer of this.#byShorter.get(skeleton) ?? []) near.add(longer);
    for (const shorter of shorterSkeletons(skeleton)) {
      if (this.#bySkeleton.has(shorter)) near.add(shorter);
      for (const beside of this.#byShorter.get(shorter) ?? []) near.add(beside);
    }
    return near;
  }
}

const VOWEL_LETTERS = (1 << VOWELS) - 1;

/** The letters of a form as a set of bits. */
function lettersOf({ codes }: Form): number {
  let letters = 0;
  for (const code of codes) letters |= 1 << Math.min(code, 31);
  return letters >>> 0;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
