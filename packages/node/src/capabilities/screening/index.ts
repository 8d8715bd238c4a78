import type { Background } from '../../platform/background.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OpenDatabase } from '../../platform/database/database.ts';
import type { Condition } from '../../platform/http/health.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Log } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Membership } from '../membership/index.ts';
import { registerScreening } from './http.ts';
import { followAlerts } from './jobs.ts';
import { actionsById } from './rules/actions.ts';
import { isCurrent } from './rules/currency.ts';
import { createScreeningMetrics } from './service/metrics.ts';
import { createWatch } from './service/watch.ts';

export { SCREENING_PROBLEMS } from './problems.ts';
export { SEALED_TABLES } from './store.ts';

/** The room, put together: its routes, the work beside them, and when it is ready. */
export interface Screening {
  register(http: Http): void;
  background: Background;
  ready: Condition;
}

export interface ScreeningParts {
  database: OpenDatabase;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  membership: Membership;
}

export function createScreening(from: ScreeningParts): Screening {
  const { db, pool } = from.database;
  const { clock, log } = from;
  const watch = createWatch();
  const actions = actionsById(from.membership.actions());
  const metrics = createScreeningMetrics(from.metrics.registry, watch, clock);
  return {
    register: (http) => registerScreening(http, { watch, db, clock, metrics, actions }),
    background: followAlerts({ watch, db, pool, clock, log }),
    ready: { name: 'index', isMet: () => watch.currentAt !== null && isCurrent(watch.heardAt, clock.now()) },
  };
}
