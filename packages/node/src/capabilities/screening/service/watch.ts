import { setImmediate } from 'node:timers/promises';
import type { ListId } from '@entente/contracts/alerts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type FeedChange, feedHead, listBases, loadSubjects, readFeed, streamSubjects } from '../../alerts/index.ts';
import type { AnsweringList } from '../model/found.ts';
import { createWatchIndex, type WatchIndex } from './watch-index.ts';

/** The index and how far it has followed the alerts. */
export interface Watch {
  readonly index: WatchIndex;
  /** Lists whose basis is stated; the others are kept but silent. */
  lists: Map<ListId, AnsweringList>;
  silent: ListId[];
  /** The last position of the change feed that the index holds; null before the first load. */
  position: number | null;
  /** When the index was last known to hold everything; null until it is loaded. */
  currentAt: Date | null;
  /** When the feed was last heard; a long import is taken in while checks go on, a silent feed stops them. */
  heardAt: Date | null;
}

/** Changes taken at once. */
const BATCH = 500;
/** Between so many additions searches get their turn. */
const TURN = 16;

export function createWatch(): Watch {
  return { index: createWatchIndex(), lists: new Map(), silent: [], position: null, currentAt: null, heardAt: null };
}

/** Fills the index with everything listed, one by one; what changes meanwhile is caught up with from the feed. */
export async function load(watch: Watch, db: Database, clock: Clock): Promise<void> {
  // A load that was cut short is begun again from where the first began: what was removed since is in the feed.
  watch.position ??= await feedHead(db);
  let taken = 0;
  for await (const { id, subject } of streamSubjects(db)) {
    watch.index.put(id, subject);
    if (++taken % TURN === 0) await setImmediate();
  }
  await catchUp(watch, db, clock);
}

/** Takes in every change up to now. A change names a subject; its state is read afresh, so a repeated one does no harm. */
export async function catchUp(watch: Watch, db: Database, clock: Clock): Promise<void> {
  const asked = clock.now();
  for (;;) {
    await readBases(watch, db);
    const changes = await readFeed(db, watch.position ?? 0, BATCH);
    watch.heardAt = clock.now();
    const last = changes.at(-1);
    if (!last) break;
    await takeIn(watch, db, subjectsOf(changes));
    watch.position = last.position;
  }
  watch.currentAt = asked;
}

/** Each subject once; a change of a list's basis names none. */
function subjectsOf(changes: FeedChange[]): string[] {
  return [...new Set(changes.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId])))];
}

async function takeIn(watch: Watch, db: Database, ids: string[]): Promise<void> {
  const present = await loadSubjects(db, ids);
  let taken = 0;
  for (const id of ids) {
    const subject = present.get(id);
    if (subject) watch.index.put(id, subject);
    else watch.index.remove(id);
    if (++taken % TURN === 0) await setImmediate();
  }
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
