import { join } from 'node:path';
import type { Background } from './platform/background.ts';
import type { Clock } from './platform/clock.ts';
import { type Config, PROJECT } from './platform/config.ts';
import type { OpenDatabase } from './platform/database/database.ts';
import { type Condition, databaseCondition, registerHealth } from './platform/http/health.ts';
import { createHttp, type Http } from './platform/http/http.ts';
import type { Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';

/** What the platform hands to the rooms. */
export interface Foundation {
  config: Config;
  log: Log;
  clock: Clock;
  database: OpenDatabase;
}

/** A node put together, not yet listening. */
export interface Node {
  http: Http;
  background: Background[];
}

/** Joins the rooms. The one file that knows them all. */
export async function composeNode({ config, log, database }: Foundation): Promise<Node> {
  const metrics = createMetrics();
  const conditions: Condition[] = [databaseCondition(database.pool, metrics)];
  const background: Background[] = [];
  const http = await createHttp({
    config,
    log,
    metrics,
    guard: async () => {},
    consoleFolder: join(PROJECT, 'packages', 'console', 'dist'),
  });
  registerHealth(http, metrics, conditions);
  return { http, background };
}
