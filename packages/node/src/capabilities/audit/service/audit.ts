import { momentOfId } from '@entente/crypto/uuid7';
import { Gauge } from 'prom-client';
import type { Background } from '../../../platform/background.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type Sequencer, startSequencer } from '../../../platform/database/sequence.ts';
import type { Log } from '../../../platform/log.ts';
import type { Metrics } from '../../../platform/metrics.ts';
import type { NameActors } from '../model.ts';
import { readHead, readOldestPending } from '../store/tree.ts';
import { foldSequence } from './fold.ts';
import { createHistory, type History } from './history.ts';
import { type LogKey, openLogKey } from './log-key.ts';

/** Folding begins this often; a record is in the tree, under a signed head, well within a second. */
const FOLD_EVERY_MS = 250;

/** What the room works with. */
export interface Audit {
  db: Database;
  clock: Clock;
  key: LogKey;
  nameActors: NameActors;
}

export interface AuditOptions {
  db: Database;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** The file of the node's signing key; made now if the node has no log yet. */
  keyFile: string;
  /** Name of a log founded now, such as `kz.localhost/log`. */
  origin: string;
  nameActors: NameActors;
}

/** Opens the node's log; `folding` is the background work that keeps the tree up to date, `history` whether it may. */
export async function openAudit(options: AuditOptions): Promise<Audit & { folding: Background; history: History }> {
  const { db, clock, log, metrics, nameActors } = options;
  const key = await openLogKey(db, options.keyFile, options.origin);
  offerMetrics(db, clock, metrics);
  let sequencer: Sequencer | undefined;
  const folding: Background = {
    name: 'audit folding',
    start: async () => {
      sequencer = startSequencer(db, foldSequence(key), { everyMs: FOLD_EVERY_MS, log });
    },
    stop: async () => await sequencer?.stop(),
  };
  return { db, clock, key, nameActors, folding, history: createHistory(key, clock) };
}

function offerMetrics(db: Database, clock: Clock, metrics: Metrics): void {
  new Gauge({
    name: 'entente_audit_log_size',
    help: 'Leaves in the tree of the log',
    registers: [metrics.registry],
    async collect() {
      this.set((await readHead(db))?.size ?? 0);
    },
  });
  new Gauge({
    name: 'entente_audit_fold_lag_seconds',
    help: 'Age of the oldest record that is not yet in the tree; 0 when none waits',
    registers: [metrics.registry],
    async collect() {
      const oldest = await readOldestPending(db);
      const moment = oldest === undefined ? undefined : momentOfId(oldest);
      this.set(moment === undefined ? 0 : Math.max(0, (clock.now().getTime() - moment) / 1000));
    },
  });
}
