import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import {
  SEALED_TABLES as ACCESS,
  askingOf,
  attribution,
  openAccess,
  readDisplayNames,
} from './capabilities/access/index.ts';
import { SEALED_TABLES as ALERTS, openAlerts } from './capabilities/alerts/index.ts';
import { SEALED_TABLES as AUDIT, openAudit, registerAudit } from './capabilities/audit/index.ts';
import { SEALED_TABLES as CASES, openCases } from './capabilities/cases/index.ts';
import { receiveDecisions } from './capabilities/decisions/index.ts';
import { SEALED_TABLES as EXCHANGE, type Exchange, openExchange } from './capabilities/exchange/index.ts';
import {
  SEALED_TABLES as MEMBERSHIP,
  type OpenMembership,
  openMembership,
  registerMembership,
} from './capabilities/membership/index.ts';
import { isCompared, openScreening, SEALED_TABLES as SCREENING } from './capabilities/screening/index.ts';
import type { Background } from './platform/background.ts';
import type { Clock } from './platform/clock.ts';
import { type Config, PROJECT } from './platform/config.ts';
import type { OpenDatabase } from './platform/database/database.ts';
import { type Condition, databaseCondition, registerHealth } from './platform/http/health.ts';
import { createHttp, type Http } from './platform/http/http.ts';
import type { Log } from './platform/log.ts';
import { createMetrics } from './platform/metrics.ts';
import type { SealedTable } from './platform/sealing/sealed-table.ts';
import type { Sealing } from './platform/sealing/sealing.ts';

/** Every table of the node with a sealed column. */
export const SEALED_TABLES: readonly SealedTable[] = [
  ...AUDIT,
  ...MEMBERSHIP,
  ...ACCESS,
  ...EXCHANGE,
  ...ALERTS,
  ...SCREENING,
  ...CASES,
];

/** What the platform hands to the rooms. */
export interface Foundation {
  config: Config;
  log: Log;
  clock: Clock;
  database: OpenDatabase;
  /** Seals and opens what is personal in the database; goes with its handle too (`sealingOf`). */
  sealing: Sealing;
}

/** A node put together, not yet listening. */
export interface Node {
  http: Http;
  /** What goes to other nodes and comes from them; types are registered before the background work starts. */
  exchange: Exchange;
  membership: OpenMembership;
  background: Background[];
}

/** Joins the rooms. The one file that knows them all. */
export async function composeNode({ config, log, clock, database }: Foundation): Promise<Node> {
  const metrics = createMetrics();
  const conditions: Condition[] = [databaseCondition(database.pool, metrics)];
  const background: Background[] = [];
  const audit = await openAudit({
    db: database.db,
    clock,
    log,
    metrics,
    keyFile: config.nodeKeyFile,
    origin: `${config.publicHost}/log`,
    nameActors: readDisplayNames,
  });
  background.push(audit.folding);
  const membership = await openMembership({ ...database, profile: config.profile, clock, log });
  background.push(membership.following);
  const access = await openAccess({
    config,
    db: database.db,
    clock,
    membership,
    standing: () => membership.standing(),
    version: manifest.version,
  });
  const exchange = openExchange({
    ...database,
    clock,
    log,
    registry: metrics.registry,
    membership,
    history: audit.history,
    peerHost: config.peerHost,
    peerPort: config.peerPort,
    witnessEveryMs: config.witnessSeconds * 1000,
  });
  background.unshift(exchange.closing);
  background.push(exchange.background);
  receiveDecisions(exchange, { clock, membership, exchange });
  const screening = await openScreening({
    database,
    clock,
    log,
    metrics,
    membership,
    access,
    state: membership.stateByCode(config.state)!.iso2,
    oversightKeyFile: config.oversightKeyFile,
    searchThreads: config.searchThreads,
    snapshot: { folder: config.dataDir, everyMs: config.snapshotMinutes * 60_000 },
    isStale: exchange.isStale,
  });
  exchange.answerAsks(screening.findMeant);
  const alerts = openAlerts({
    db: database.db,
    pool: database.pool,
    clock,
    log,
    dataDir: config.dataDir,
    membership,
    state: membership.stateByCode(config.state)!,
    access,
    exchange,
    // The index follows the alerts and knows them best; what it is asked goes through these two functions alone.
    index: screening,
    comparing: isCompared,
  });
  background.push(...alerts.background, ...screening.background);
  const cases = openCases({
    db: database.db,
    clock,
    log,
    membership,
    access,
    exchange,
    screening,
    ownState: membership.stateByCode(config.state)!.iso2,
  });
  background.push(cases.background);
  conditions.push(screening.ready);
  const http = await createHttp({
    config,
    log,
    metrics,
    guard: access.guard,
    consoleFolder: join(PROJECT, 'packages', 'console', 'dist'),
  });
  registerHealth(http, metrics, conditions);
  registerMembership(http, membership, clock);
  access.register(http);
  registerAudit(http, audit, (request) => attribution(askingOf(request)));
  exchange.register(http);
  await alerts.registerRoutes(http);
  screening.register(http);
  cases.register(http);
  return { http, exchange, membership, background };
}
