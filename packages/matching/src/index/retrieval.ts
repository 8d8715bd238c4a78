import type { Space } from '../memory/space.ts';
import { grown } from './growth.ts';
import type { ProbedName } from './probes.ts';
import type { Subjects } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Subjects looked at more closely per name. */
const MOST_CANDIDATES = 500;

/** So few are all looked at, whatever they share. */
const FEW = 100;

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

/** What each nearness of a token is worth, and how many steps lie between the name and nothing like it. */
const WORTH = [0, 0.6, 0.85, 1];
const STEPS = 16;

/** Kinds of subjects that are picked from a crowd, one after the other: by birth year and nearness. */
const CIRCLES = 3 * STEPS;

/** Years outside which a birth date speaks against a subject of a crowd. */
const NEAR_YEARS = 2;

/** A name has at most twelve bits; above them it is kept whether a subject is of the crowd at hand, was met by more than one, and is ended. */
const BITS = 0x0fff;
const OF_CROWD = 0x2000;
const MET_AGAIN = 0x4000;
const ENDED = 0x8000;

/** Finds the subjects that share most of a name. Room for one search at a time, kept between searches. */
export class Retrieval {
  readonly #space: Space;
  readonly #subjects: Subjects;
  readonly #vocabulary: Vocabulary;
  /** Per subject the bits of the name that it shares. */
  #shared = new Uint16Array(0);
  /** The subjects that a list touched, and for each list read where its own begin and which bits it gave. */
  #touched = new Uint32Array(1024);
  #count = 0;
  readonly #runs: { from: number; bits: number }[] = [];
  /** Those met by other bits than the first. */
  #again = new Uint32Array(1024);
  #countAgain = 0;
  /** How many share each set of bits. */
  readonly #crowds = new Int32Array(BITS + 1);
  /** Changes in force for the search at hand, and endings seen by it. */
  #end = 0;
  #endings = 0;

  constructor(space: Space, subjects: Subjects, vocabulary: Vocabulary) {
    this.#space = space;
    this.#subjects = subjects;
    this.#vocabulary = vocabulary;
  }

  /** Before a search: takes note of who is in force by a change. */
  begin(end: number): void {
    this.#forget();
    this.#end = end;
    this.#shared = grown(this.#shared, end);
    for (const last = this.#subjects.endings; this.#endings < last; this.#endings++) {
      const { ordinal, change } = this.#subjects.ending(this.#endings);
      if (change > end) return;
      this.#shared[ordinal] = ENDED;
    }
  }

  /** Whether a subject is in force for the search at hand. */
  isInForce(ordinal: number): boolean {
    return ordinal < this.#end && (this.#shared[ordinal]! & ENDED) === 0;
  }

  /** Ordinals of at most a fixed number of subjects, chosen alike on every node. */
  find(name: ProbedName, birthYear: number | undefined): number[] {
    this.#forget();
    const weights = weightsOf(name.bitWeights);
    this.#crowds.fill(0, 0, weights.length);
    const settled = this.#walk(name, weights);
    if (this.#count > MOST_CANDIDATES) this.#tellApart(name, settled);
    return this.#select(name, weights, weights[settled]!, birthYear);
  }

  /** Forgets the name before: only what it touched. */
  #forget(): void {
    const [shared, touched] = [this.#shared, this.#touched];
    for (let at = 0; at < this.#count; at++) shared[touched[at]!] = 0;
    this.#count = 0;
    this.#countAgain = 0;
    this.#runs.length = 0;
  }

  /** Reads the lists, shortest first; returns the bits that were sought in full. */
  #walk({ probes }: ProbedName, weights: Float64Array): number {
    const whole = weights.at(-1)!;
    let read = 0;
    let settled = 0;
    for (const { bits, settles, lists, length } of probes) {
      const unread = 1 - weights[settled]! / whole;
      if (unread <= (read + length > COSTLY ? UNREAD_WHEN_COSTLY : UNREAD)) break;
      settled |= settles;
      read += length;
      for (const token of lists) this.#touch(token, bits);
    }
    return settled;
  }

  /** Marks among those found who has what was left unread, shortest first, and then who has a token that leads nowhere by itself. */
  #tellApart({ probes }: ProbedName, settled: number): void {
    let room = MOST_TOLD_APART;
    const mark = (tokens: number[], bits: number) => {
      for (const token of tokens) {
        const length = this.#vocabulary.tokens.live(token);
        if (length > room) return;
        room -= length;
        this.#mark(token, bits);
      }
    };
    for (const { bits, settles, lists } of probes) if ((settles & ~settled) !== 0) mark(lists, bits);
    for (const { bits, faint } of probes) mark(faint, bits);
  }

  /** Opens the list of a token; returns its end among what is in force: later changes stand last. */
  #open(token: number): number {
    const { lists } = this.#space;
    lists.open(this.#vocabulary.tokens.list(token));
    let to = lists.to;
    while (to > lists.from && lists.words[to - 1]! >= this.#end) to--;
    return to;
  }

  #mark(token: number, bits: number): void {
    const to = this.#open(token);
    const { words: ordinals, from } = this.#space.lists;
    const shared = this.#shared;
    this.#again = grown(this.#again, this.#countAgain + to - from);
    for (let at = from; at < to; at++) {
      const ordinal = ordinals[at]!;
      const before = shared[ordinal]!;
      if (before !== 0) this.#meetAgain(ordinal, before, before | bits);
    }
  }

  #touch(token: number, bits: number): void {
    const to = this.#open(token);
    const { words: ordinals, from } = this.#space.lists;
    this.#touched = grown(this.#touched, this.#count + to - from);
    this.#again = grown(this.#again, this.#countAgain + to - from);
    this.#runs.push({ from: this.#count, bits });
    const touched = this.#touched;
    const shared = this.#shared;
    let count = this.#count;
    for (let at = from; at < to; at++) {
      const ordinal = ordinals[at]!;
      const before = shared[ordinal]!;
      if (before === 0) {
        shared[ordinal] = bits;
        touched[count++] = ordinal;
      } else this.#meetAgain(ordinal, before, before | bits);
    }
    this.#crowds[bits]! += count - this.#count;
    this.#count = count;
  }

  /** A subject that was met before, by whichever bits, or that is ended. */
  #meetAgain(ordinal: number, before: number, after: number): void {
    if (after === before || before >= ENDED) return;
    this.#crowds[before & BITS]!--;
    this.#crowds[after & BITS]!++;
    if (before < MET_AGAIN) this.#again[this.#countAgain++] = ordinal;
    this.#shared[ordinal] = after | MET_AGAIN;
  }

  /** Those that share most, group by group of the same shared bits, while there is room; where few were met, all. */
  #select(name: ProbedName, weights: Float64Array, settled: number, birthYear: number | undefined): number[] {
    if (this.#count <= FEW) return Array.from(this.#touched.subarray(0, this.#count));
    const crowds = this.#crowds;
    const whole = settled || weights.at(-1)!;
    const groups: number[] = [];
    for (let bits = 1; bits < weights.length; bits++)
      if (crowds[bits]! > 0 && weights[bits]! / whole >= LEAST_SHARED) groups.push(bits);
    groups.sort((a, b) => weights[b]! - weights[a]! || a - b);
    const found: number[] = [];
    let room = MOST_CANDIDATES;
    for (const bits of groups) {
      const crowd = crowds[bits]!;
      if (crowd > CROWD && weights[bits]! / whole < LEAD) break;
      if (crowd > room) return found.concat(this.#pick(bits, room, name, birthYear));
      this.#gather(bits, (ordinal) => found.push(ordinal));
      room -= crowd;
    }
    return found;
  }

  /** All who share just these bits: of those that lists of these bits touched first, and of those met again. */
  #gather(bits: number, take: (ordinal: number) => void): void {
    const [shared, touched, again] = [this.#shared, this.#touched, this.#again];
    for (const [place, run] of this.#runs.entries()) {
      if (run.bits !== bits) continue;
      const to = this.#runs[place + 1]?.from ?? this.#count;
      for (let at = run.from; at < to; at++) if (shared[touched[at]!] === bits) take(touched[at]!);
    }
    for (let at = 0; at < this.#countAgain; at++) if (shared[again[at]!] === (bits | MET_AGAIN)) take(again[at]!);
  }

  /**
   * So many of a group: those of the birth year first, then those near it; among them those whose tokens are nearest to the name's
   * own, and those of no more words before others; of equals those of the lowest mark.
   */
  #pick(bits: number, room: number, name: ProbedName, birthYear: number | undefined): number[] {
    const subjects = this.#subjects;
    const crowd: number[] = [];
    this.#gather(bits, (ordinal) => crowd.push(ordinal));
    this.#tellNearness(crowd, name);
    const steps = stepsOf(name.bitWeights);
    const circles: number[][] = Array.from({ length: CIRCLES }, () => []);
    for (const ordinal of crowd) {
      const far = steps[this.#shared[ordinal]! & BITS]!;
      circles[circleOf(subjects, ordinal, birthYear) * STEPS + far]!.push(ordinal);
    }
    const picked: number[] = [];
    for (const circle of circles) {
      const left = room - picked.length;
      if (circle.length > left) return picked.concat(this.#pickFewest(circle, left, name.words));
      picked.push(...circle);
    }
    return picked;
  }

  /** So many of those who are equally near. How many words a subject has lies far away in memory: it is read where it decides. */
  #pickFewest(circle: number[], room: number, words: number): number[] {
    const subjects = this.#subjects;
    const [few, longer]: [number[], number[]] = [[], []];
    for (const ordinal of circle) (subjects.fewestWords(ordinal) > words ? longer : few).push(ordinal);
    const left = room - few.length;
    return left < 0 ? this.#pickLowest(few, room) : few.concat(this.#pickLowest(longer, left));
  }

  /** About so many, those of the lowest marks: by share, so that nothing is sorted. */
  #pickLowest(equals: number[], room: number): number[] {
    const highest = (room / equals.length) * 0x1_0000_0000;
    return equals.filter((ordinal) => this.#subjects.mark(ordinal) < highest);
  }

  /** Puts in the place of the bits that each of a crowd shares how near it is to each token, in that token's two bits. */
  #tellNearness(crowd: number[], { probes }: ProbedName): void {
    const shared = this.#shared;
    for (const ordinal of crowd) shared[ordinal] = OF_CROWD;
    for (const { bits, lists: tokens, nearness } of probes) {
      // The nearest first: whoever has one of the token's bits is not looked at again.
      for (const [at, near] of nearness.entries()) {
        if (near === 0) break;
        const to = this.#open(tokens[at]!);
        const { words: ordinals, from } = this.#space.lists;
        const step = near * (bits & -bits);
        for (let place = from; place < to; place++) {
          const before = shared[ordinals[place]!]!;
          if ((before & OF_CROWD) !== 0 && (before & bits) === 0) shared[ordinals[place]!] = before | step;
        }
      }
    }
  }
}

/** For each set of nearnesses how many steps it is away from the name itself. */
function stepsOf(bitWeights: number[]): Uint8Array {
  const whole = bitWeights.reduce((sum, weight) => sum + weight, 0);
  return Uint8Array.from({ length: 1 << bitWeights.length }, (_, bits) => {
    let near = 0;
    for (let at = 0; at < bitWeights.length; at += 2) near += 2 * bitWeights[at]! * WORTH[(bits >>> at) & 3]!;
    return Math.round((1 - near / whole) * (STEPS - 1));
  });
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
