/** One measured figure. `budget` is the design's bound; `peers` holds the same figure of others, taken in the same run. */
export interface Row {
  metric: string;
  value: number;
  unit: string;
  better: 'lower' | 'higher';
  budget: number | null;
  peers: Record<string, number>;
}

/** What a benchmark is told: `quick` shrinks the work to a smoke run; `log` writes progress, never to standard output. */
export interface BenchOptions {
  quick: boolean;
  log(line: string): void;
}
