import { percentile } from '../percentile.ts';

/** Milliseconds of each query in, what a table shows out. */
export interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
}

export function figuresOf(durations: number[]): Figures {
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  return {
    p50: round(percentile(durations, 0.5)),
    p99: round(percentile(durations, 0.99)),
    perSecond: Math.round((durations.length / total) * 1000),
  };
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
