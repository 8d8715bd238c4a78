import type pg from 'pg';
import { Gauge } from 'prom-client';
import type { Metrics } from '../metrics.ts';
import { PROBLEMS, Problem } from '../problem.ts';
import type { Http } from './instance.ts';

/** Something that must be so before the node is ready, under the name /readyz shows. */
export interface Condition {
  name: string;
  isMet(): boolean | Promise<boolean>;
}

/** How long /readyz waits for an answer before it calls a condition unmet. */
const PATIENCE_MS = 2000;

const OPEN = { gate: { open: 'probes tell nothing about anyone' } };

/** /healthz: the process answers. /readyz: it can do its work, 503 otherwise. /metrics: its figures, for Prometheus. */
export function registerHealth(http: Http, metrics: Metrics, conditions: Condition[]): void {
  http.get('/healthz', { config: OPEN, schema: { hide: true } }, async () => ({ status: 'ok' }));

  http.get('/readyz', { config: OPEN, schema: { hide: true } }, async (_request, reply) => {
    const met = await Promise.all(
      conditions.map(async (condition) => [condition.name, await holds(condition)] as const),
    );
    const ready = met.every(([, holding]) => holding);
    return reply.code(ready ? 200 : 503).send({ ready, conditions: Object.fromEntries(met) });
  });

  http.get('/metrics', { config: OPEN, schema: { hide: true } }, async (request, reply) => {
    // Figures are for who stands beside the node, not for whoever the proxy lets in.
    if (request.headers['x-forwarded-for'] !== undefined) throw new Problem(PROBLEMS['not-found']);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

/** The database answers, and figures of its pool are kept. */
export function databaseCondition(pool: pg.Pool, metrics: Metrics): Condition {
  new Gauge({
    name: 'entente_database_connections',
    help: 'Connections of this process to its database, by what they do',
    labelNames: ['state'] as const,
    registers: [metrics.registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'awaited' }, pool.waitingCount);
    },
  });
  // Migrations are applied before the node listens, so that reaching the database is all there is to ask.
  return { name: 'database', isMet: async () => (await pool.query('SELECT 1')).rowCount === 1 };
}

async function holds(condition: Condition): Promise<boolean> {
  const tooLate = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  try {
    return await Promise.race([condition.isMet(), tooLate]);
  } catch {
    return false;
  }
}
