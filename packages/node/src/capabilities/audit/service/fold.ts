import { signCheckpoint } from '@entente/crypto/note/checkpoint';
import { growTree } from '@entente/crypto/tlog/grow';
import type { Database } from '../../../platform/database/database.ts';
import { numberPending, type Sequence } from '../../../platform/database/sequence.ts';
import { FOLDING, readGrowth } from '../store/history.ts';
import {
  advanceSize,
  insertCheckpoint,
  placeRecords,
  readHead,
  readPendingLeaves,
  readTiles,
  writeTiles,
} from '../store/tree.ts';
import { type LogKey, openLogKey } from './log-key.ts';

/** Records folded in one transaction: enough to keep up, few enough to be done within a second. */
const BATCH = 4096;

/** Folding: each record takes its place, the tree's tiles grow, and the new head is signed, in one transaction. */
export function foldSequence(key: LogKey): Sequence<{ id: string; leafHash: Uint8Array }> {
  return {
    name: FOLDING,
    batch: BATCH,
    readSize: async (tx) => (await readHead(tx))!.size,
    readPending: async (tx, limit) => ((await readGrowth(tx)) === 'held' ? [] : await readPendingLeaves(tx, limit)),
    place: async (tx, rows, first) => {
      const { tiles, root } = await growTree(
        first,
        rows.map((row) => row.leafHash),
        (places) => readTiles(tx, places),
      );
      await placeRecords(
        tx,
        rows.map((row) => row.id),
        first,
      );
      await writeTiles(tx, tiles);
      const size = first + rows.length;
      await insertCheckpoint(tx, size, signCheckpoint({ origin: key.origin, size, root }, key.privateKey));
    },
    advance: advanceSize,
  };
}

/**
 * Folds what waits, for a command that has recorded something where perhaps no node runs. Where others vouch for the log, what
 * waits is left to the node: it asks them first, since the database may be one restored from a backup.
 */
export async function foldPending(db: Database, keyFile: string): Promise<void> {
  const head = await readHead(db);
  if (head === undefined || (await readGrowth(db)) !== 'alone') return;
  const sequence = foldSequence(await openLogKey(db, keyFile, head.origin));
  while ((await numberPending(db, sequence)) > 0);
}
