import { signCheckpoint } from '@entente/crypto/note/checkpoint';
import { equalBytes, type Hash } from '@entente/crypto/sha256';
import { growTree } from '@entente/crypto/tlog/grow';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Attribution } from '../model.ts';
import { lockForFolding, placeAt, readAllPending, setGrowth } from '../store/history.ts';
import { insertLost } from '../store/lost.ts';
import { advanceSize, insertCheckpoint, readHead, readTiles, writeTiles } from '../store/tree.ts';
import type { LogKey } from './log-key.ts';
import { recordEvent } from './record-event.ts';

/** Leaves under one signed head: as many as a witness takes in one step are never exceeded. */
const STEP = 32_768;

/** A head of this log that others have seen. */
export interface SeenHead {
  size: number;
  root: Hash;
  /** The checkpoint with this log's own signature and no other. */
  note: string;
}

/** What came of taking hashes back. */
export interface Refilled {
  /** Records in the tree before. */
  from: number;
  /** Of the new ones, how many are lost, and how many were at hand and have their place again. */
  lost: number;
  kept: number;
}

/** The tree of this node does not grow into the one its peers have seen. */
export class HistoryContradicted extends Error {
  override readonly name = 'HistoryContradicted';
}

/** The log's growth, as the room that knows the peers steers it. */
export interface History {
  /** Nobody gives a record its place until `release`; records are written all the time. */
  hold(db: Database | Tx): Promise<void>;
  /** Records get their places again. `alone` where nobody vouches for the log. */
  release(db: Database | Tx, growth: 'alone' | 'witnessed'): Promise<void>;
  /**
   * Grows the tree up to a head that others have seen, from the hashes they mirrored: a record that is at hand and waits gets
   * the place it had, of the others the hash is all there is, and a leaf says so. Throws HistoryContradicted, changing nothing
   * once its transaction is rolled back, where the tree does not come to that head's root.
   *
   * @param by who the loss is recorded as the doing of
   * @param leaves hashes of the leaves from the tree's size up to the head's
   */
  refill(tx: Tx, by: Attribution, head: SeenHead, leaves: readonly Hash[]): Promise<Refilled>;
}

export function createHistory(key: Pick<LogKey, 'origin' | 'privateKey'>, clock: Clock): History {
  return {
    hold: (db) => setGrowth(db, 'held'),
    release: setGrowth,
    refill: (tx, by, head, leaves) => refill(tx, { key, clock, by }, head, leaves),
  };
}

async function refill(
  tx: Tx,
  { key, clock, by }: { key: Pick<LogKey, 'origin' | 'privateKey'>; clock: Clock; by: Attribution },
  head: SeenHead,
  leaves: readonly Hash[],
): Promise<Refilled> {
  await lockForFolding(tx);
  const from = (await readHead(tx))!.size;
  if (from + leaves.length !== head.size) throw new Error(`the log moved to ${from} records while it was held`);
  const { lost, kept } = await placeLeaves(tx, from, leaves);
  let root: Hash | undefined;
  for (let at = 0; at < leaves.length; at += STEP) {
    const step = leaves.slice(at, at + STEP);
    const grown = await growTree(from + at, step, (places) => readTiles(tx, places));
    await writeTiles(tx, grown.tiles);
    root = grown.root;
    const size = from + at + step.length;
    const note = size === head.size ? head.note : signCheckpoint({ origin: key.origin, size, root }, key.privateKey);
    await insertCheckpoint(tx, size, note);
  }
  if (root === undefined || !equalBytes(root, head.root)) {
    throw new HistoryContradicted(
      `the log of ${from} records does not grow into the one of ${head.size} that was seen`,
    );
  }
  if (!(await advanceSize(tx, from, head.size))) throw new Error('the log moved while it was held');
  if (lost > 0) {
    await recordEvent(tx, {
      ...by,
      at: clock.now(),
      event: 'audit.content-lost',
      outcome: 'done',
      facts: { first: from, last: head.size - 1, lost },
    });
  }
  return { from, lost, kept };
}

/** What was committed and had no place when the backup was taken may have got one afterwards: it is known by its hash. */
async function placeLeaves(tx: Tx, from: number, leaves: readonly Hash[]): Promise<{ lost: number; kept: number }> {
  const waiting = await readAllPending(tx);
  const placed: { id: string; position: number }[] = [];
  const lost: { position: number; leafHash: Hash }[] = [];
  for (const [at, leafHash] of leaves.entries()) {
    const id = waiting.get(Buffer.from(leafHash).toString('hex'));
    if (id === undefined) lost.push({ position: from + at, leafHash });
    else placed.push({ id, position: from + at });
  }
  await placeAt(tx, placed);
  await insertLost(tx, lost);
  return { lost: lost.length, kept: placed.length };
}
