import { grown } from './growth.ts';

/** A kept token that a sought one may be, and how alike they are. */
export interface Likeness {
  token: number;
  similarity: number;
}

/** The most likenesses of one sought token; the most alike stay. */
const MOST_ALIKE = 160;

/** Steps of similarity that are told apart while likenesses are counted. */
const STEPS = 256;

/** Less than what a rounded similarity may be off. */
const ROUNDING = 1e-9;

/**
 * Collects likenesses for one sought token. Once as many are found as may stay, whatever is less alike than all of those need not be
 * worked out to the end: `bar` rises. Room for one token at a time.
 */
export class MostAlike {
  /** Of each token the best similarity yet; 0 of those that were not met. */
  #best = new Float64Array(0);
  readonly #met: number[] = [];
  /** How many tokens are as alike as each step says. */
  readonly #counts = new Int32Array(STEPS + 1);
  /** The highest step that as many as may stay reach, and how many reach it. */
  #floor = 0;
  #reaching = 0;
  /** What is less alike than this is not among the most alike. */
  bar = 0;

  /** @param tokens how many there are */
  begin(least: number, tokens: number): void {
    for (const token of this.#met) this.#best[token] = 0;
    this.#met.length = 0;
    this.#best = grown(this.#best, tokens);
    this.#counts.fill(0);
    this.#floor = 0;
    this.#reaching = 0;
    this.bar = least;
  }

  /** Takes note of how alike a reading of a token is; its best counts. */
  put(token: number, similarity: number): void {
    const before = this.#best[token]!;
    if (similarity <= before) return;
    if (before > 0) this.#count(before, -1);
    else this.#met.push(token);
    this.#best[token] = similarity;
    this.#count(similarity, 1);
    this.#raise();
  }

  /** The most alike first, equal ones as `order` says. */
  take(order: (one: number, other: number) => number): Likeness[] {
    const found: Likeness[] = [];
    for (const token of this.#met) {
      const similarity = this.#best[token]!;
      if (similarity >= this.bar) found.push({ token, similarity });
    }
    found.sort((a, b) => b.similarity - a.similarity || order(a.token, b.token));
    return found.length > MOST_ALIKE ? found.slice(0, MOST_ALIKE) : found;
  }

  #count(similarity: number, by: 1 | -1): void {
    const step = Math.floor(similarity * STEPS);
    this.#counts[step]! += by;
    if (step >= this.#floor) this.#reaching += by;
  }

  #raise(): void {
    const before = this.#floor;
    while (this.#reaching - this.#counts[this.#floor]! >= MOST_ALIKE) this.#reaching -= this.#counts[this.#floor++]!;
    if (this.#floor > before) this.bar = Math.max(this.bar, this.#floor / STEPS - ROUNDING);
  }
}
