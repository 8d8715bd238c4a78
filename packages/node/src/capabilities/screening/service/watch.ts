import { setImmediate } from 'node:timers/promises';
import type { ListId } from '@entente/contracts/alerts';
import { type Clock, steadyMs } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import {
  type FeedChange,
  feedHead,
  listBases,
  loadAlertsInForce,
  loadSubjects,
  readFeed,
  streamAlertsInForce,
  streamSubjects,
} from '../../alerts/index.ts';
import type { AnsweringList } from '../model/found.ts';
import { followCleared, reviewCleared } from '../store/cleared.ts';
import { type AlertIndex, createAlertIndex } from './alert-index.ts';
import type { SearchThreads } from './search-threads.ts';
import { createWatchIndex, type WatchIndex } from './watch-index.ts';

/** The indexes and how far they have followed alerts and lists. */
export interface Watch {
  index: WatchIndex;
  alerts: AlertIndex;
  /** Where checks search them. */
  readonly threads: SearchThreads;
  /** Lists whose basis is stated; the others are kept but silent. */
  lists: Map<ListId, AnsweringList>;
  silent: ListId[];
  /** The last position of the change feed that the index holds; null before the first load. */
  position: number | null;
  /** When the index was last known to hold everything; null until it is loaded. */
  currentAt: Date | null;
  /** When the feed was last heard (`steadyMs`); a long import is taken in while checks go on, a silent feed stops them. */
  heardMs: number | null;
}

/** Changes taken at once. */
const BATCH = 500;
/** Between so many additions searches get their turn. */
const TURN = 16;

export function createWatch(threads: SearchThreads): Watch {
  return {
    index: createWatchIndex(),
    alerts: createAlertIndex(),
    threads,
    lists: new Map(),
    silent: [],
    position: null,
    currentAt: null,
    heardMs: null,
  };
}

/** Fills the index with everything in force and listed, one by one; what changes meanwhile is caught up with from the feed. */
export async function load(watch: Watch, db: Database, clock: Clock): Promise<void> {
  // A load that was cut short is begun again from where the first began: what was removed since is in the feed.
  watch.position ??= await feedHead(db);
  let taken = 0;
  for await (const alert of streamAlertsInForce(db)) {
    watch.alerts.put(alert);
    if (++taken % TURN === 0) await setImmediate();
  }
  for await (const { id, subject } of streamSubjects(db)) {
    watch.index.put(id, subject);
    if (++taken % TURN === 0) await setImmediate();
  }
  await reviewCleared(db, {
    inForce: async (ids) =>
      new Map([...(await loadAlertsInForce(db, ids))].map(([id, { expiresAt }]) => [id, expiresAt])),
    listed: async (ids) => new Set((await loadSubjects(db, ids)).keys()),
  });
  await catchUp(watch, db, clock);
}

/** Takes in every change up to now. A change names what changed; its state is read afresh, so a repeated one does no harm. */
export async function catchUp(watch: Watch, db: Database, clock: Clock): Promise<void> {
  const asked = clock.now();
  for (;;) {
    await readBases(watch, db);
    const changes = await readFeed(db, watch.position ?? 0, BATCH);
    watch.heardMs = steadyMs();
    const last = changes.at(-1);
    if (!last) break;
    await takeInAlerts(
      watch,
      db,
      named(changes, ({ alertId }) => alertId),
    );
    await takeInSubjects(
      watch,
      db,
      named(changes, ({ subjectId }) => subjectId),
    );
    watch.position = last.position;
  }
  watch.currentAt = asked;
}

/** Each once; a change of a list's basis names nothing. */
function named(changes: FeedChange[], id: (change: FeedChange) => string | null): string[] {
  return [...new Set(changes.flatMap((change) => id(change) ?? []))];
}

/** What is no longer in force is forgotten, and with it who was told apart from it. */
async function takeInAlerts(watch: Watch, db: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const present = await loadAlertsInForce(db, ids);
  let taken = 0;
  for (const id of ids) {
    const alert = present.get(id);
    if (alert) watch.alerts.put(alert);
    else watch.alerts.remove(id);
    if (++taken % TURN === 0) await setImmediate();
  }
  await followCleared(db, {
    alerts: new Map(ids.map((id) => [id, present.get(id)?.expiresAt ?? null])),
    endedSubjects: [],
  });
}

async function takeInSubjects(watch: Watch, db: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const present = await loadSubjects(db, ids);
  let taken = 0;
  for (const id of ids) {
    const subject = present.get(id);
    if (subject) watch.index.put(id, subject);
    else watch.index.remove(id);
    if (++taken % TURN === 0) await setImmediate();
  }
  await followCleared(db, { alerts: new Map(), endedSubjects: ids.filter((id) => !present.has(id)) });
}

async function readBases(watch: Watch, db: Database): Promise<void> {
  const lists = await listBases(db);
  watch.lists = new Map(
    lists.flatMap(({ id, names, basis }) =>
      basis ? [[id, { id, names, legalBasis: basis.legalBasis, action: basis.action }]] : [],
    ),
  );
  watch.silent = lists.filter((list) => !list.basis).map((list) => list.id);
}
