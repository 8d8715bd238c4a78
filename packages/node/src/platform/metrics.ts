import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What the node counts. Rooms register their own on `registry`, named `entente_<room>_…`. */
export interface Metrics {
  registry: Registry;
  httpDuration: Histogram<'method' | 'route' | 'status'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  // Process memory and CPU, garbage collection, event loop lag.
  collectDefaultMetrics({ register: registry, prefix: 'entente_' });
  const httpDuration = new Histogram({
    name: 'entente_http_duration_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return { registry, httpDuration };
}
