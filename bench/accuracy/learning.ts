import { normalName } from '@entente/matching';
import type { Exchange } from '@entente/matching/sounds/exchange';
import type { Form } from '@entente/matching/sounds/form';
import type { Random } from '@entente/testkit/people/random';
import { chargesOf, heavier, similarityUnder } from './alignment-path.ts';
import type { LabelledPair } from './pairs.ts';

/** A labelled pair with every pair of readings it may be compared by. */
export interface Example {
  readings: [Form, Form][];
  same: boolean;
}

/** Where same and different names are to part, and how sharply: the weight of an error falls off beyond it. */
const PARTING = 0.76;
const SHARPNESS = 14;

const ROUNDS = 16;
const BATCH = 64;
const RATE = 0.03;
/** How strongly a cost is held to where it started; seldom seen ones move little. */
const HELD = 0.002;
/** Smaller errors teach nothing. */
const NEGLIGIBLE = 0.02;

/** Nothing that differs is free, and nothing costs much more than a sound. */
const LEAST = 0.02;
const MOST = 1.3;

const TABLES = ['substitution', 'last', 'left', 'right'] as const;

/** The pairs whose both sides are one written word. */
export function examplesOf(pairs: LabelledPair[]): Example[] {
  const known = new Map<string, Form[]>();
  const formsOf = (name: string) => {
    let forms = known.get(name);
    if (!forms) {
      const tokens = normalName(name);
      const whole = tokens[0]?.whole;
      if (whole && tokens.every((token) => token.whole === whole)) forms = whole.forms;
      else forms = tokens.length === 1 ? tokens[0]!.forms : [];
      known.set(name, forms);
    }
    return forms;
  };
  return pairs
    .map(({ left, right, same }) => ({
      readings: formsOf(left).flatMap((one) => formsOf(right).map((other): [Form, Form] => [one, other])),
      same,
    }))
    .filter(({ readings }) => readings.length > 0);
}

/**
 * Costs under which same names come out alike and different ones not: logistic loss on the similarity of
 * the best pair of readings, along its cheapest alignment (after Ristad and Yianilos, Learning String-Edit Distance, 1998,
 * but for telling names apart rather than for their likelihood), by steps that shrink with what was
 * seen (AdaGrad, Duchi and others 2011).
 */
export function learn(start: Exchange, examples: Example[], random: Random): Exchange {
  const learned = copy(start);
  const seen = copyWith(start, () => 1e-3);
  const order = examples.slice();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const slopes = copyWith(start, () => 0);
      for (const example of batch) addSlopes(slopes, learned, example, batch.length);
      for (const table of TABLES) step(learned[table], slopes[table], seen[table], start[table]);
    }
  }
  return learned;
}

function addSlopes(slopes: Exchange, exchange: Exchange, { readings, same }: Example, count: number): void {
  let best = { similarity: Number.NEGATIVE_INFINITY, pair: readings[0]! };
  for (const pair of readings) {
    const similarity = similarityUnder(exchange, ...pair);
    if (similarity > best.similarity) best = { similarity, pair };
  }
  const likelihood = 1 / (1 + Math.exp(-SHARPNESS * (best.similarity - PARTING)));
  const error = likelihood - Number(same);
  if (Math.abs(error) < NEGLIGIBLE) return;
  const slope = (-error * SHARPNESS) / heavier(...best.pair) / count;
  for (const { table, at } of chargesOf(exchange, ...best.pair)) slopes[table][at]! += slope;
}

function step(costs: Float32Array, slopes: Float32Array, seen: Float32Array, start: Float32Array): void {
  for (let at = 0; at < costs.length; at++) {
    if (slopes[at] === 0) continue;
    const slope = slopes[at]! + HELD * (costs[at]! - start[at]!);
    seen[at]! += slope * slope;
    costs[at] = Math.min(MOST, Math.max(LEAST, costs[at]! - (RATE * slope) / Math.sqrt(seen[at]!)));
  }
}

function copy(exchange: Exchange): Exchange {
  return copyWith(exchange, (cost) => cost);
}

function copyWith({ substitution, last, left, right, swap }: Exchange, of: (cost: number) => number): Exchange {
  return {
    substitution: substitution.map(of),
    last: last.map(of),
    left: left.map(of),
    right: right.map(of),
    swap,
  };
}

function shuffle<T>(things: T[], random: Random): void {
  for (let at = things.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [things[at], things[other]] = [things[other]!, things[at]!];
  }
}
