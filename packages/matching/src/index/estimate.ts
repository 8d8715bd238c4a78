import { worth } from '../names/score.ts';
import type { ProbedName } from './probes.ts';
import type { Subjects } from './subjects.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a sought name says about a kept token: the bits of it that the token may stand for, and how alike they are. */
interface Sought {
  bits: number;
  similarity: number;
}

/** A quick, slightly generous estimate of a name's score, from token numbers alone. */
export class Estimate {
  readonly #sought = new Map<number, Sought[]>();
  readonly #name: ProbedName;
  readonly #whole: number;
  readonly #vocabulary: Vocabulary;

  constructor(name: ProbedName, vocabulary: Vocabulary) {
    this.#name = name;
    this.#vocabulary = vocabulary;
    this.#whole = name.bitWeights.reduce((sum, weight) => sum + weight, 0);
    for (const { bits, likenesses } of name.probes) {
      for (const { token, similarity } of likenesses) {
        const sought = this.#sought.get(token);
        if (sought) sought.push({ bits, similarity });
        else this.#sought.set(token, [{ bits, similarity }]);
      }
    }
  }

  /** Estimates of all names of a subject, in their order. */
  ofSubject(ordinal: number, subjects: Subjects): number[] {
    const estimates: number[] = [];
    subjects.visitNames(ordinal, (name, tokens, from, count) => {
      estimates[name] = this.#ofName(tokens, from, count);
    });
    return estimates;
  }

  #ofName(tokens: Int32Array, from: number, count: number): number {
    let free = -1;
    let agreed = 0;
    let matched = 0;
    let open = 0;
    for (let at = from; at < from + count; at++) {
      const best = this.#best(tokens[at]!, free);
      if (best) {
        const weight = this.#weightOf(best.bits);
        free &= ~best.bits;
        matched += weight;
        agreed += weight * worth(best.similarity);
      } else {
        const token = this.#vocabulary.token(tokens[at]!);
        if (token.role === 'name') open += token.weight;
      }
    }
    if (matched === 0) return 0;
    const contradicted = Math.min(open, this.#whole - matched);
    return agreed / (matched + Math.max(0, contradicted) * 0.8);
  }

  #best(token: number, free: number): Sought | undefined {
    let best: Sought | undefined;
    for (const sought of this.#sought.get(token) ?? [])
      if ((sought.bits & free) === sought.bits && (!best || sought.similarity > best.similarity)) best = sought;
    return best;
  }

  #weightOf(bits: number): number {
    let weight = 0;
    const weights = this.#name.bitWeights;
    for (let bit = 0; bit < weights.length; bit++) if ((bits >>> bit) & 1) weight += weights[bit]!;
    return weight;
  }
}
