import { compareNames } from '@entente/matching';
import type { LabelledPair } from './pairs.ts';

/** A pair's score beside its label. */
export interface Scored {
  score: number;
  same: boolean;
}

export interface Accuracy {
  precision: number;
  recall: number;
  f1: number;
}

export function scorePairs(pairs: LabelledPair[]): Scored[] {
  return pairs.map(({ left, right, same }) => ({ score: compareNames(left, right).score, same }));
}

/** Precision, recall and F1 when everything from the threshold on is called the same. */
export function accuracyAt(scored: Scored[], threshold: number): Accuracy {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { score, same } of scored) {
    if (score >= threshold && same) right++;
    else if (score >= threshold) wrong++;
    else if (same) missed++;
  }
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, right + missed);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

/** The threshold, in hundredths, with the highest F1. */
export function bestThreshold(scored: Scored[]): number {
  let best = { threshold: 0.5, f1: 0 };
  for (let hundredths = 30; hundredths < 100; hundredths++) {
    const { f1 } = accuracyAt(scored, hundredths / 100);
    if (f1 > best.f1) best = { threshold: hundredths / 100, f1 };
  }
  return best.threshold;
}

export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
