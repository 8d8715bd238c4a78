import { rename, rm } from 'node:fs/promises';
import { encodeAttachmentKey, generateAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { type IndexMemory, type NameIndex, releaseReader } from '@entente/matching';
import { type Database, sealingOf } from '../../../../platform/database/database.ts';
import type { Log } from '../../../../platform/log.ts';
import { sealFileKey } from '../../../../platform/sealing/sealed-file.ts';
import { createThreadPool } from '../../../../platform/threads/thread-pool.ts';
import { markFeed } from '../../../alerts/index.ts';
import type { Watch } from '../watch.ts';
import { writeBeside } from './beside.ts';
import {
  ALERT_DOCUMENTS,
  ALERT_NAMES,
  LIST,
  SNAPSHOT_PLACE,
  type SnapshotResult,
  type SnapshotTask,
} from './snapshot-task.ts';
import { hashSources } from './sources.ts';

/** What snapshots are made with. */
export interface SnapshotParts {
  watch: Watch;
  db: Database;
  log: Log;
  /** Where the file lies. */
  path: string;
}

/** The number of the thread that writes among an index's readers; no search thread has it. */
const READER = 63;

/** A copy takes an index's place when it frees so much of it. */
const WORTH_MOVING = 0.2;

/**
 * Writes the indexes anew in a thread of its own, and to the file; searches and changes go on. What the copies free is given back.
 * `copy: false`, when nothing changes any more: as they lie, without copies.
 */
export async function writeSnapshot(
  parts: SnapshotParts,
  { copy, file }: { copy: boolean; file: boolean },
): Promise<void> {
  const { watch, log, path } = parts;
  const began = performance.now();
  const described = file ? await describe(parts) : undefined;
  const indexes = namedIndexes(watch);
  const memories = [...indexes].map(([key, { memory }]) => [key, memory] as [string, IndexMemory]);
  const copies = await inThread({ memories, copy, ...(described && { file: described }) }, log);
  if (described) await rename(described.path, path);
  let moved = 0;
  for (const [key, written] of copies) {
    const index = indexes.get(key)!;
    if (index.ended <= index.size * WORTH_MOVING) continue;
    index.adopt(written);
    moved += 1;
  }
  log.info({ file, moved, ms: Math.round(performance.now() - began) }, 'index written anew');
}

/** All indexes of names, by what the file calls them; lists that come while it is written are in the feed. */
export function namedIndexes({ alerts, index }: Pick<Watch, 'alerts' | 'index'>): Map<string, NameIndex> {
  return new Map([
    [ALERT_NAMES, alerts.parts.names],
    [ALERT_DOCUMENTS, alerts.parts.documents],
    ...Array.from(index.parts, ([list, names]) => [`${LIST}${list}`, names] as const),
  ]);
}

/**
 * The position first, then what lies beside, then the indexes: whatever changes in between is later in the feed than the position,
 * and is taken in again.
 */
async function describe({ watch, db, path }: SnapshotParts): Promise<NonNullable<SnapshotTask['file']>> {
  const position = watch.position ?? 0;
  const feed = await markFeed(db, position);
  const beside = await writeBeside(watch);
  const key = generateAttachmentKey();
  const { sealed } = sealFileKey(key, SNAPSHOT_PLACE, sealingOf(db));
  const bytes = beside.reduce((sum, piece) => sum + piece.length, 0);
  return {
    path: `${path}.new`,
    key: encodeAttachmentKey(key),
    sealedKey: sealed,
    head: { sources: hashSources(), position, feed, beside: bytes },
    beside,
  };
}

/** Writes in a thread of its own. */
export async function inThread(task: SnapshotTask, log: Log): Promise<SnapshotResult> {
  const pool = createThreadPool<SnapshotTask, SnapshotResult>({
    body: new URL('./snapshot-worker.ts', import.meta.url),
    threads: 1,
    log,
  });
  pool.start();
  try {
    return await pool.run(task);
  } catch (error) {
    for (const [, memory] of task.memories) releaseReader(memory, READER);
    if (task.file) await rm(task.file.path, { force: true });
    throw error;
  } finally {
    await pool.stop();
  }
}
