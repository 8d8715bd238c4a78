import type { ProbedName } from './probes.ts';
import type { Subjects } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Subjects looked at more closely per name. */
const MOST_CANDIDATES = 500;

/** A subject must share this much of the name's weight; the commonest lists may go unread below the first limit. */
const LEAST_SHARED = 0.4;
const UNREAD = 0.3;
const UNREAD_WHEN_COSTLY = 0.52;
const COSTLY = 150_000;

/** What a birth year a little or well outside leaves of a subject's place in the order of candidates. */
const NEAR_YEARS = 2;
const LITTLE_OUTSIDE = 0.9;
const WELL_OUTSIDE = 0.75;

const BUCKETS = 256;

/** Room for one search at a time: which bits of the name each subject shares, and whom a list touched. */
export class Retrieval {
  #shared = new Uint32Array(0);
  #touched = new Uint32Array(1024);

  /** Ordinals of the subjects that share most of a name, at most a fixed number, chosen alike on every node. */
  find(name: ProbedName, subjects: Subjects, vocabulary: Vocabulary, birthYear: number | undefined): number[] {
    if (this.#shared.length < subjects.end) this.#shared = new Uint32Array(subjects.end + (subjects.end >> 2) + 1024);
    const count = this.#walk(name, vocabulary);
    const found = this.#select(count, name, subjects, birthYear);
    for (let at = 0; at < count; at++) this.#shared[this.#touched[at]!] = 0;
    return found;
  }

  /** Reads the lists, shortest first, until what is left unread could not make a candidate by itself. */
  #walk({ probes, bitWeights }: ProbedName, vocabulary: Vocabulary): number {
    const whole = bitWeights.reduce((sum, weight) => sum + weight, 0);
    const shared = this.#shared;
    let read = 0;
    let seen = 0;
    let count = 0;
    for (const { bits, settles, likenesses, length } of probes) {
      const unread = 1 - weightOf(seen, bitWeights) / whole;
      if (unread <= (read + length > COSTLY ? UNREAD_WHEN_COSTLY : UNREAD)) break;
      seen |= settles;
      read += length;
      for (const { token } of likenesses) {
        const postings = vocabulary.postings(token);
        if (this.#touched.length < count + postings.length) this.#widen(count + postings.length);
        const touched = this.#touched;
        for (let at = 0; at < postings.length; at++) {
          const ordinal = postings[at]!;
          if (shared[ordinal] === 0) touched[count++] = ordinal;
          shared[ordinal]! |= bits;
        }
      }
    }
    this.#seen = seen;
    return count;
  }

  #seen = 0;

  /** The best of the touched by shared weight and birth year; among equals those of the lowest mark. */
  #select(count: number, { bitWeights }: ProbedName, subjects: Subjects, birthYear: number | undefined): number[] {
    const whole = weightOf(this.#seen, bitWeights) || 1;
    const weights = new Map<number, number>();
    const places = new Uint8Array(count);
    const crowds = new Uint32Array(BUCKETS);
    for (let at = 0; at < count; at++) {
      const ordinal = this.#touched[at]!;
      const mask = this.#shared[ordinal]!;
      let share = weights.get(mask);
      if (share === undefined) {
        share = weightOf(mask, bitWeights) / whole;
        weights.set(mask, share);
      }
      if (share < LEAST_SHARED) continue;
      if (birthYear !== undefined) share *= nearness(subjects.yearsOutside(ordinal, birthYear));
      places[at] = Math.max(1, Math.floor(share * (BUCKETS - 1)));
      crowds[places[at]!]!++;
    }
    let cut = BUCKETS - 1;
    let taken = 0;
    while (cut > 0 && taken + crowds[cut]! <= MOST_CANDIDATES) taken += crowds[cut--]!;
    const marks = cut === 0 ? 0 : ((MOST_CANDIDATES - taken) / crowds[cut]!) * 0x1_0000_0000;
    const found: number[] = [];
    for (let at = 0; at < count; at++) {
      const place = places[at]!;
      if (place === 0 || place < cut) continue;
      const ordinal = this.#touched[at]!;
      if (place > cut || subjects.mark(ordinal) < marks) found.push(ordinal);
    }
    return found;
  }

  #widen(needed: number): void {
    const wider = new Uint32Array(needed + (needed >> 1));
    wider.set(this.#touched);
    this.#touched = wider;
  }
}

function nearness(years: number): number {
  if (years === 0) return 1;
  return years <= NEAR_YEARS ? LITTLE_OUTSIDE : WELL_OUTSIDE;
}

function weightOf(mask: number, bitWeights: number[]): number {
  let weight = 0;
  for (let bit = 0; bit < bitWeights.length; bit++) if ((mask >>> bit) & 1) weight += bitWeights[bit]!;
  return weight;
}
