/** Milliseconds of each query in, what a table shows out. */
export interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
}

export function figuresOf(durations: number[]): Figures {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const total = sorted.reduce((sum, duration) => sum + duration, 0);
  return { p50: round(at(0.5)), p99: round(at(0.99)), perSecond: Math.round((sorted.length / total) * 1000) };
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
