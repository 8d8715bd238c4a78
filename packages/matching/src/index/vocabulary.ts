import { ALIKE, formsSimilarity } from '../names/similarity.ts';
import type { Token } from '../names/token.ts';
import { type Form, formWeight } from '../sounds/distance.ts';
import { VOWELS } from '../sounds/fold.ts';
import { shorterSkeletons, skeletonOf } from '../sounds/skeleton.ts';
import { grown } from './pools.ts';

/** A kept token that a sought one may be, and how alike they are. */
export interface Likeness {
  token: number;
  similarity: number;
}

/** The most likenesses of one sought token; the most alike stay. */
const MOST_ALIKE = 160;

/**
 * Every token there is, once per normal form, found again by its consonant skeleton and by the
 * skeletons that lack one of its letters, so that a slip in a consonant, or any number in the
 * vowels, still finds it. Numbers of tokens are given out in the order of adding.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #tokens: Token[] = [];
  readonly #keys: string[] = [];
  readonly #bySound = new Map<string, number[]>();
  readonly #bySkeleton = new Map<string, number[]>();
  readonly #byShorter = new Map<string, string[]>();
  /** Subjects that have the token, as ordinals in ascending order. */
  readonly #postings: number[][] = [];
  #letters = new Uint32Array(1024);
  #weights = new Float64Array(1024);

  /** The number of a token, given on first sight. */
  numberOf(token: Token): number {
    const key = `${token.role[0]}${token.forms[0]!.unwritten ? '-' : '+'}${token.sounds.join('|')}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#tokens.length;
    this.#numbers.set(key, number);
    this.#tokens.push(token);
    this.#keys.push(key);
    this.#postings.push([]);
    this.#letters = grown(this.#letters, number + 1);
    this.#weights = grown(this.#weights, number + 1);
    this.#letters[number] = lettersOf(token.forms[0]!);
    this.#weights[number] = formWeight(token.forms[0]!);
    if (token.role === 'name') for (const sound of token.sounds) this.#fileSound(sound, number);
    return number;
  }

  token(number: number): Token {
    return this.#tokens[number]!;
  }

  /** Ordinals of the subjects that have the token, ascending. */
  postings(number: number): number[] {
    return this.#postings[number]!;
  }

  /** Tokens that sound exactly so. */
  soundingLike(sound: string): number[] {
    return this.#bySound.get(sound) ?? [];
  }

  /** The kept tokens that a sought one may be, most alike first; equal ones in the order of their sounds. */
  alike(sounds: string[], forms: Form[], least = ALIKE): Likeness[] {
    const seen = new Set<number>();
    const found: Likeness[] = [];
    for (const [at, sound] of sounds.entries()) {
      const letters = lettersOf(forms[at]!);
      const weight = formWeight(forms[at]!);
      for (const skeleton of this.#nearSkeletons(skeletonOf(sound))) {
        for (const token of this.#bySkeleton.get(skeleton)!) {
          if (seen.has(token) || !this.#mayBeAlike(token, letters, weight, forms[at]!.unwritten)) continue;
          seen.add(token);
          const similarity = formsSimilarity(forms, this.#tokens[token]!.forms);
          if (similarity >= least) found.push({ token, similarity });
        }
      }
    }
    found.sort((a, b) => b.similarity - a.similarity || (this.#keys[a.token]! < this.#keys[b.token]! ? -1 : 1));
    return found.length > MOST_ALIKE ? found.slice(0, MOST_ALIKE) : found;
  }

  #fileSound(sound: string, number: number): void {
    append(this.#bySound, sound, number);
    const skeleton = skeletonOf(sound);
    const held = this.#bySkeleton.get(skeleton);
    if (held) {
      if (held.at(-1) !== number) held.push(number);
      return;
    }
    this.#bySkeleton.set(skeleton, [number]);
    for (const shorter of shorterSkeletons(skeleton)) append(this.#byShorter, shorter, skeleton);
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

  /** A cheap look at letters and weights, so that most tokens of a crowded skeleton are never compared. */
  #mayBeAlike(token: number, letters: number, weight: number, unwritten: boolean): boolean {
    const held = this.#tokens[token]!;
    if (held.forms.length > 1) return true;
    if (held.forms[0]!.unwritten !== unwritten)
      return countBits((letters ^ this.#letters[token]!) & ~VOWEL_LETTERS) <= 5;
    const heavier = Math.max(weight, this.#weights[token]!);
    if (Math.abs(weight - this.#weights[token]!) > (1 - ALIKE) * heavier) return false;
    return countBits(letters ^ this.#letters[token]!) <= 2 + heavier * 0.8;
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
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
