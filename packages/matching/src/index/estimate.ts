import { OMITTED, worth } from '../names/score.ts';
import { grown } from './growth.ts';
import { MOST_BITS, type ProbedName } from './probes.ts';
import type { Subjects } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What tokens left on both sides may still be worth against each other, though none was found to be alike. */
const OPEN = 0.3;

/**
 * Quick, slightly generous estimates of name scores, from token numbers alone. Room for one name at a
 * time: `seek` sets it up, `ofSubject` reads it.
 */
export class Estimate {
  /** For each kept token the place of its first entry below, from 1; 0 for tokens that are not sought. */
  #first = new Uint32Array(0);
  readonly #marked: number[] = [];
  /** Entries: bits of the name that the token may stand for, what it is then worth, and the next entry of the same token. */
  readonly #bits: number[] = [];
  readonly #worth: number[] = [];
  readonly #next: number[] = [];
  /** Weight of every set of bits met so far; -1 of the others. */
  readonly #weights = new Float64Array(1 << MOST_BITS);
  #bitWeights: number[] = [];
  /** Of each name of the subject at hand. */
  readonly #estimates: number[] = [];
  #whole = 0;

  /** Prepares for a name. */
  seek({ probes, bitWeights }: ProbedName, vocabulary: Vocabulary): void {
    for (const token of this.#marked) this.#first[token] = 0;
    for (const list of [this.#marked, this.#bits, this.#worth, this.#next]) list.length = 0;
    this.#weights.fill(-1, 0, 1 << bitWeights.length);
    this.#first = grown(this.#first, vocabulary.tokens.size);
    this.#bitWeights = bitWeights;
    this.#whole = bitWeights.reduce((sum, weight) => sum + weight, 0);
    for (const { bits, likenesses } of probes) {
      for (const { token, similarity } of likenesses) {
        if (this.#first[token] === 0) this.#marked.push(token);
        this.#bits.push(bits);
        this.#worth.push(worth(similarity));
        this.#next.push(this.#first[token]!);
        this.#first[token] = this.#bits.length;
      }
    }
  }

  /** The best estimate of any name of a subject; the places of the names within `margin` of it go to `names`. */
  ofSubject(ordinal: number, subjects: Subjects, vocabulary: Vocabulary, margin: number, names: number[]): number {
    const run = subjects.runs;
    let at = subjects.nameRun(ordinal);
    let best = 0;
    const count = run[at++]!;
    const estimates = this.#estimates;
    for (let name = 0; name < count; name++) {
      const length = run[at++]!;
      const estimate = this.#ofName(run, at, length, vocabulary);
      estimates[name] = estimate;
      if (estimate > best) best = estimate;
      at += length;
    }
    for (let name = 0; name < count; name++) if (estimates[name]! > best - margin && best > 0) names.push(name);
    return best;
  }

  /** The estimate of each name of a subject, in their order; the next call writes over it. */
  ofNames(ordinal: number, subjects: Subjects, vocabulary: Vocabulary): readonly number[] {
    this.ofSubject(ordinal, subjects, vocabulary, 0, []);
    return this.#estimates;
  }

  #ofName(run: Int32Array, from: number, length: number, vocabulary: Vocabulary): number {
    let free = -1;
    let agreed = 0;
    let matched = 0;
    let open = 0;
    for (let at = from; at < from + length; at++) {
      const token = run[at]!;
      const entry = this.#best(token, free);
      if (entry > 0) {
        const weight = this.#weightOf(this.#bits[entry - 1]!);
        free &= ~this.#bits[entry - 1]!;
        matched += weight;
        agreed += weight * this.#worth[entry - 1]!;
      } else open += vocabulary.tokens.openWeight(token);
    }
    if (matched === 0) return 0;
    const unmet = Math.max(0, this.#whole - matched);
    const left = Math.min(open, unmet);
    const omitted = OMITTED * (open + unmet - 2 * left);
    return (agreed + left * OPEN) / (matched + left + omitted);
  }

  #best(token: number, free: number): number {
    let best = 0;
    for (let entry = this.#first[token]!; entry > 0; entry = this.#next[entry - 1]!) {
      const bits = this.#bits[entry - 1]!;
      if ((bits & free) === bits && (best === 0 || this.#worth[entry - 1]! > this.#worth[best - 1]!)) best = entry;
    }
    return best;
  }

  #weightOf(bits: number): number {
    const known = this.#weights[bits]!;
    if (known >= 0) return known;
    let weight = 0;
    for (let bit = 0; bit < this.#bitWeights.length; bit++) if ((bits >>> bit) & 1) weight += this.#bitWeights[bit]!;
    this.#weights[bits] = weight;
    return weight;
  }
}
