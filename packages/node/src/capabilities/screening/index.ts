import type { Background } from '../../platform/background.ts';
import { type Clock, steadyMs } from '../../platform/clock.ts';
import type { OpenDatabase } from '../../platform/database/database.ts';
import type { Condition } from '../../platform/http/health.ts';
import type { Http } from '../../platform/http/http.ts';
import type { Log } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Access } from '../access/index.ts';
import type { AskIndex } from '../alerts/index.ts';
import type { FindMeant } from '../exchange/index.ts';
import type { Membership } from '../membership/index.ts';
import { registerChecks } from './http/checks.ts';
import { registerOversight } from './http/oversight.ts';
import { registerPassengerLists } from './http/passenger-lists.ts';
import { registerSecondLine } from './http/second-line.ts';
import { registerShifts } from './http/shifts.ts';
import { followAlerts } from './jobs/follow-alerts.ts';
import { keepScreeningTerms } from './jobs/keep-terms.ts';
import { runPassengerLists } from './jobs/run-passenger-lists.ts';
import { actionsById } from './rules/actions.ts';
import { isCurrent } from './rules/currency.ts';
import { askIndex } from './service/ask-index.ts';
import { createDeskTraffic } from './service/desk-traffic.ts';
import { findMeant } from './service/find-meant.ts';
import { createScreeningMetrics } from './service/metrics.ts';
import { openOversightKey } from './service/oversight-key.ts';
import type { AnnounceHit, ScreeningParts } from './service/parts.ts';
import { createSearchThreads } from './service/search-threads.ts';
import { keepSnapshots } from './service/snapshot/keep-snapshots.ts';
import { createWatch } from './service/watch.ts';

export type { ConfirmedHit, SeenDocument } from './model/confirmed-hit.ts';
export { SCREENING_PROBLEMS } from './problems.ts';
export { askedBy } from './rules/asked-by.ts';
export { isCompared } from './service/comparing.ts';
export { digestScreening, type ScreeningDigest } from './service/digest.ts';
export { openQuery } from './service/open-query.ts';
export { SEALED_TABLES } from './store/sealed-tables.ts';

/** The room, put together: its routes, the work beside them, when it is ready, and what the alerts room may ask of its index. */
export interface Screening extends AskIndex {
  register(http: Http): void;
  /** Who follows up confirmed hits: told in the transaction that settles each. One listener, before the node starts. */
  onHitConfirmed(listener: AnnounceHit): void;
  /** What a question of another node means among this state's own alerts. */
  findMeant: FindMeant;
  background: Background[];
  ready: Condition;
}

export interface OpenScreening {
  database: OpenDatabase;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  membership: Membership;
  access: Pick<Access, 'decide' | 'weighAgain'>;
  /** ISO 3166-1 alpha-2. */
  state: string;
  /** Where the private key of oversight lies, while it is on this node. */
  oversightKeyFile: string;
  /** Threads to search in, once there is enough to search; 0 for none. */
  searchThreads: number;
  /** Where the index is written, sealed, and how often; 0: never. */
  snapshot: { folder: string; everyMs: number };
  /** Whether alerts may have changed elsewhere without this node's knowing. */
  isStale(): boolean;
}

/** Opens the room; a node that starts for the first time founds the keys of oversight. */
export async function openScreening(from: OpenScreening): Promise<Screening> {
  const { db, pool } = from.database;
  const { clock, log, membership, access } = from;
  const threads = createSearchThreads(from.searchThreads, log);
  const watch = createWatch(threads);
  let announceHit: AnnounceHit = async () => {
    throw new Error('Nobody follows up confirmed hits');
  };
  const parts: ScreeningParts = {
    db,
    clock,
    membership,
    access,
    watch,
    ownState: from.state,
    isStale: from.isStale,
    announceHit: (tx, asking, hit) => announceHit(tx, asking, hit),
    wording: {
      actions: actionsById(membership.actions()),
      categories: new Map(membership.categories().map((category) => [category.id, category])),
    },
    oversight: await openOversightKey(db, clock, from.oversightKeyFile),
    desk: createDeskTraffic(),
    metrics: createScreeningMetrics(from.metrics.registry, watch, clock),
  };
  const lists = runPassengerLists(parts, pool, log);
  return {
    ...askIndex(watch, clock),
    register: (http) => {
      registerChecks(http, parts);
      registerPassengerLists(http, parts, lists.wake);
      registerSecondLine(http, parts);
      registerShifts(http, parts);
      registerOversight(http, parts);
    },
    onHitConfirmed: (listener) => {
      announceHit = listener;
    },
    findMeant: (about, askingState) => findMeant(parts, about, askingState),
    background: [
      followAlerts({ watch, db, pool, clock, log, snapshots: keepSnapshots({ watch, db, log, ...from.snapshot }) }),
      keepScreeningTerms(parts, log),
      lists,
    ],
    ready: { name: 'index', isMet: () => watch.currentAt !== null && isCurrent(watch.heardMs, steadyMs()) },
  };
}
