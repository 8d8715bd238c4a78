import { grown } from './pools.ts';
import type { Postings } from './postings.ts';
import type { ProbedName } from './probes.ts';
import type { Subjects } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Subjects looked at more closely per name. */
const MOST_CANDIDATES = 500;

/** A subject must share this much of the name's weight. */
const LEAST_SHARED = 0.4;

/** A crowd this large that shares less than this of the name is no lead. */
const CROWD = 400;
const LEAD = 0.62;

/** Lists stay unread once what is unread could not make a candidate by itself; sooner when reading gets costly. */
const UNREAD = 0.3;
const UNREAD_WHEN_COSTLY = 0.52;
const COSTLY = 150_000;

/** Entries read at most to tell a crowd apart. */
const MOST_TOLD_APART = 200_000;

/** Years outside which a birth date speaks against a subject of a crowd. */
const NEAR_YEARS = 2;

/** Finds the subjects that share most of a name. Room for one search at a time, kept between searches. */
export class Retrieval {
  /** Per subject the bits of the name that it shares. */
  #shared = new Uint16Array(0);
  /** The subjects that a list touched. */
  #touched = new Uint32Array(1024);
  #count = 0;

  /** Ordinals of at most a fixed number of subjects, chosen alike on every node. */
  find(name: ProbedName, subjects: Subjects, vocabulary: Vocabulary, birthYear: number | undefined): number[] {
    this.#begin(subjects.end);
    const weights = weightsOf(name.bitWeights);
    const settled = this.#walk(name, weights, vocabulary);
    if (this.#count > MOST_CANDIDATES) this.#tellApart(name, settled, vocabulary.postings);
    return this.#select(weights, weights[settled]!, subjects, { birthYear, words: name.words });
  }

  /** Forgets the search before: only what it touched. */
  #begin(subjects: number): void {
    for (let at = 0; at < this.#count; at++) this.#shared[this.#touched[at]!] = 0;
    this.#count = 0;
    this.#shared = grown(this.#shared, subjects);
  }

  /** Reads the lists, shortest first; returns the bits that were sought in full. */
  #walk({ probes }: ProbedName, weights: Float64Array, vocabulary: Vocabulary): number {
    const whole = weights.at(-1)!;
    let read = 0;
    let settled = 0;
    for (const { bits, settles, lists, length } of probes) {
      const unread = 1 - weights[settled]! / whole;
      if (unread <= (read + length > COSTLY ? UNREAD_WHEN_COSTLY : UNREAD)) break;
      settled |= settles;
      read += length;
      for (const token of lists) this.#touch(vocabulary.postings, token, bits);
    }
    return settled;
  }

  /** Marks among those found who has what was left unread, shortest first, and then who has a token that leads nowhere by itself. */
  #tellApart({ probes }: ProbedName, settled: number, postings: Postings): void {
    let room = MOST_TOLD_APART;
    const mark = (tokens: number[], bits: number) => {
      for (const token of tokens) {
        const length = postings.length(token);
        if (length > room) return;
        room -= length;
        this.#mark(postings, token, bits);
      }
    };
    for (const { bits, settles, lists } of probes) if ((settles & ~settled) !== 0) mark(lists, bits);
    for (const { bits, faint } of probes) mark(faint, bits);
  }

  #mark(postings: Postings, token: number, bits: number): void {
    const from = postings.place(token);
    const to = from + postings.length(token);
    const ordinals = postings.blocks;
    const shared = this.#shared;
    for (let at = from; at < to; at++) {
      const ordinal = ordinals[at]!;
      const before = shared[ordinal]!;
      if (before !== 0) shared[ordinal] = before | bits;
    }
  }

  #touch(postings: Postings, token: number, bits: number): void {
    const from = postings.place(token);
    const to = from + postings.length(token);
    this.#touched = grown(this.#touched, this.#count + to - from);
    const ordinals = postings.blocks;
    const touched = this.#touched;
    const shared = this.#shared;
    let count = this.#count;
    for (let at = from; at < to; at++) {
      const ordinal = ordinals[at]!;
      const before = shared[ordinal]!;
      if (before === 0) touched[count++] = ordinal;
      shared[ordinal] = before | bits;
    }
    this.#count = count;
  }

  /** Those that share most, group by group of the same shared bits, while there is room. */
  #select(weights: Float64Array, settled: number, subjects: Subjects, asked: Asked): number[] {
    const crowds = new Uint32Array(weights.length);
    for (let at = 0; at < this.#count; at++) crowds[this.#shared[this.#touched[at]!]!]!++;
    const whole = settled || weights.at(-1)!;
    const groups = [...crowds.keys()].filter((bits) => crowds[bits]! > 0 && weights[bits]! / whole >= LEAST_SHARED);
    groups.sort((a, b) => weights[b]! - weights[a]! || a - b);
    const taken = new Uint8Array(weights.length);
    let room = MOST_CANDIDATES;
    let crowded: number | undefined;
    for (const bits of groups) {
      if (crowds[bits]! > CROWD && weights[bits]! / whole < LEAD) break;
      if (crowds[bits]! > room) {
        crowded = bits;
        break;
      }
      taken[bits] = 1;
      room -= crowds[bits]!;
    }
    const found: number[] = [];
    for (let at = 0; at < this.#count; at++) {
      const ordinal = this.#touched[at]!;
      if (taken[this.#shared[ordinal]!] === 1) found.push(ordinal);
    }
    return crowded === undefined ? found : found.concat(this.#pick(crowded, room, subjects, asked));
  }

  /** So many of a group: those of the birth year first, then those near it; then those of no more words; of equals those of the lowest mark. */
  #pick(bits: number, room: number, subjects: Subjects, asked: Asked): number[] {
    const circles: number[][] = [[], [], [], [], [], []];
    for (let at = 0; at < this.#count; at++) {
      const ordinal = this.#touched[at]!;
      if (this.#shared[ordinal] !== bits) continue;
      const longer = subjects.fewestWords(ordinal) > asked.words ? 1 : 0;
      circles[circleOf(subjects, ordinal, asked.birthYear) * 2 + longer]!.push(ordinal);
    }
    const picked: number[] = [];
    for (const circle of circles) {
      const left = room - picked.length;
      if (circle.length <= left) picked.push(...circle);
      else {
        const highest = (left / circle.length) * 0x1_0000_0000;
        picked.push(...circle.filter((ordinal) => subjects.mark(ordinal) < highest));
        break;
      }
    }
    return picked;
  }
}

/** What is known of the one asked for, beside his name's sounds. */
interface Asked {
  birthYear: number | undefined;
  words: number;
}

/** 0 within the listed years or when they are not given, 1 near them, 2 outside. */
function circleOf(subjects: Subjects, ordinal: number, birthYear: number | undefined): number {
  const years = birthYear === undefined ? 0 : subjects.yearsOutside(ordinal, birthYear);
  if (years === 0) return 0;
  return years <= NEAR_YEARS ? 1 : 2;
}

/** The weight of every set of bits. */
function weightsOf(bitWeights: number[]): Float64Array {
  const weights = new Float64Array(1 << bitWeights.length);
  for (let bits = 1; bits < weights.length; bits++) {
    const low = bits & -bits;
    weights[bits] = weights[bits ^ low]! + bitWeights[31 - Math.clz32(low)]!;
  }
  return weights;
}
