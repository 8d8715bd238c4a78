import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Clock } from '../../../platform/clock.ts';
import type { Watch } from './watch.ts';

export interface ScreeningMetrics {
  checks: Counter<'outcome'>;
  duration: Histogram;
}

/** What the room counts; size and lag are read off the index when they are asked for. */
export function createScreeningMetrics(registry: Registry, watch: Watch, clock: Clock): ScreeningMetrics {
  new Gauge({
    name: 'entente_screening_index_subjects',
    help: 'Alerts and listed subjects in the index',
    registers: [registry],
    collect() {
      this.set(watch.index.size + watch.alerts.size);
    },
  });
  new Gauge({
    name: 'entente_screening_index_lag_seconds',
    help: 'Time since the index was last known to hold every change; NaN until it is loaded',
    registers: [registry],
    collect() {
      this.set(watch.currentAt ? (clock.now().getTime() - watch.currentAt.getTime()) / 1000 : Number.NaN);
    },
  });
  const checks = new Counter({
    name: 'entente_screening_checks_total',
    help: 'Checks answered, by outcome',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'entente_screening_check_duration_seconds',
    help: 'Time to read, search and record one check',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5],
    registers: [registry],
  });
  return { checks, duration };
}
