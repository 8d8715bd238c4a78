import { rm } from 'node:fs/promises';
import type { ListId } from '@entente/contracts/alerts';
import { createMemory, type IndexMemory, PARTS, type PartSizes, settleMemory } from '@entente/matching';
import { sealingOf } from '../../../../platform/database/database.ts';
import { SealedFileReader } from '../../../../platform/sealing/sealed-file.ts';
import type { Sealing } from '../../../../platform/sealing/sealing.ts';
import { markFeed } from '../../../alerts/index.ts';
import { createAlertIndex } from '../alert-index.ts';
import type { Watch } from '../watch.ts';
import { createWatchIndex } from '../watch-index.ts';
import { type Beside, readBeside } from './beside.ts';
import { ALERT_DOCUMENTS, ALERT_NAMES, LIST, SNAPSHOT_PLACE, type SnapshotHead } from './snapshot-task.ts';
import { hashSources } from './sources.ts';
import type { SnapshotParts } from './write-snapshot.ts';

/** A head is some thousand bytes; more is none. */
const LONGEST_HEAD = 1 << 24;

/**
 * Reads the indexes from the file, to be caught up with from the feed. False, with the reason in the log and the file gone, when
 * anything is wrong with it: then everything is loaded.
 */
export async function readSnapshot(parts: SnapshotParts): Promise<boolean> {
  const { watch, log, path } = parts;
  const began = performance.now();
  // What a node that was killed had begun to write.
  await rm(`${path}.new`, { force: true });
  try {
    const content = await readContent(path, sealingOf(parts.db), (head) => isFor(parts, head));
    resume(watch, content);
    const { position } = content.head;
    watch.position = position;
    const held = { alerts: watch.alerts.size, subjects: watch.index.size };
    log.info({ ...held, position, ms: Math.round(performance.now() - began) }, 'index read from disk');
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    log.warn({ code, reason: message }, 'the index on disk is not used; everything is loaded');
    await rm(path, { force: true });
    return false;
  }
}

/** Goes on with what a file held. */
export function resume(watch: Pick<Watch, 'alerts' | 'index'>, { memories, beside }: SnapshotContent): void {
  const byKey = new Map(memories);
  const [names, documents] = [byKey.get(ALERT_NAMES), byKey.get(ALERT_DOCUMENTS)];
  if (!names || !documents) throw new Error('It lacks an index');
  const lists = memories.flatMap(([key, memory]) =>
    key.startsWith(LIST) ? [[key.slice(LIST.length) as ListId, memory] as const] : [],
  );
  watch.alerts = createAlertIndex({ names, documents, beside: beside.alerts });
  watch.index = createWatchIndex({ lists, beside: beside.listed });
}

/** What a file holds. */
export interface SnapshotContent {
  head: SnapshotHead;
  memories: [key: string, memory: IndexMemory][];
  beside: Beside;
}

async function isFor({ db }: SnapshotParts, head: SnapshotHead): Promise<void> {
  if (head.sources !== hashSources()) throw new Error('It was written by another version');
  const feed = await markFeed(db, head.position);
  if (feed === '' || feed !== head.feed) throw new Error('It was written for another state of the database');
}

/** Reads a file whole; `check` throws where it is not for this node. */
export async function readContent(
  path: string,
  sealing: Sealing,
  check: (head: SnapshotHead) => Promise<void>,
): Promise<SnapshotContent> {
  const file = await SealedFileReader.open(path, SNAPSHOT_PLACE, sealing);
  try {
    const head = await readHead(file);
    await check(head);
    const memories: [string, IndexMemory][] = [];
    for (const { key, sizes } of head.indexes) memories.push([key, await readMemory(file, sizes)]);
    const beside = await readBeside(file, head.beside);
    if (!file.isAtEnd) throw new Error('Something follows its end');
    return { head, memories, beside };
  } finally {
    await file.close();
  }
}

async function readHead(file: SealedFileReader): Promise<SnapshotHead> {
  const length = Buffer.alloc(4);
  await file.fill(length);
  const bytes = Buffer.alloc(Math.min(LONGEST_HEAD, length.readUInt32BE()));
  await file.fill(bytes);
  return JSON.parse(bytes.toString('utf8')) as SnapshotHead;
}

async function readMemory(file: SealedFileReader, sizes: PartSizes): Promise<IndexMemory> {
  const memory = createMemory(sizes);
  for (const part of PARTS) await file.fill(new Uint8Array(memory[part], 0, sizes[part]));
  if (!settleMemory(memory)) throw new Error('It holds no index of this layout');
  return memory;
}
