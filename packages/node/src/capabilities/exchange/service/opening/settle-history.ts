import { openCheckpoint } from '@entente/crypto/note/checkpoint';
import { Refusal } from '@entente/crypto/refusal';
import { HASH_BYTES, type Hash } from '@entente/crypto/sha256';
import { TILE_WIDTH } from '@entente/crypto/tlog/tile';
import { createIdSource } from '@entente/crypto/uuid7';
import { HistoryContradicted, readLogHead, recordEvent, type SeenHead } from '../../../audit/index.ts';
import type { Told } from '../../model/opening.ts';
import type { WatchedLog } from '../../model/witnessing.ts';
import { onlyKnownSignatures } from '../../rules/witnessing/known-signatures.ts';
import { leafTiles } from '../../rules/witnessing/mirrored.ts';
import { watchedLog } from '../../rules/witnessing/watched-log.ts';
import { insertRestore } from '../../store/opening/restores.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { LinkError } from '../peer-link.ts';
import type { WitnessLink } from '../witnessing/witness-link.ts';

const createId = createIdSource();
/** So many tiles are asked for at once. */
const AT_ONCE = 4;

/** How it stands with the log once peers have told which heads they saw. */
export type Settled =
  /** It may grow. */
  | 'settled'
  /** The peers that mirror what is lacking are away. */
  | 'mirrors-away'
  /** What they saw is no continuation of what is here. */
  | 'contradicted';

/**
 * Lets the log grow again, from the newest head of it that anyone has seen: where this node has fewer records, their hashes come
 * back from whoever mirrors them, and the restore is told. Who serves other hashes than were signed is passed over.
 */
export async function settleHistory(
  parts: ExchangeParts,
  told: Told,
  linkTo: (node: string) => WitnessLink,
  signal: AbortSignal,
): Promise<Settled> {
  const size = (await readLogHead(parts.db))?.size ?? 0;
  const log = watchedLog(standingOf(parts).register, standingOf(parts).self)!;
  const newest = newestSeen(told, log);
  if (newest === undefined || newest.size <= size) {
    await parts.history.release(parts.db, 'witnessed');
    return 'settled';
  }
  const mirrors = [...told].filter(([, { mirrored }]) => mirrored >= newest.size).map(([node]) => node);
  let settled: Settled = 'mirrors-away';
  for (const node of mirrors) {
    const leaves = await readLeaves(linkTo(node), log.node, { from: size, to: newest.size }, signal);
    if (leaves === undefined) continue;
    if (await takeBack(parts, newest, leaves, { size, told: told.size })) return 'settled';
    settled = 'contradicted';
  }
  return settled;
}

/** The largest head that this node's own key has signed; what a peer shows beside that is nothing. */
function newestSeen(told: Told, log: WatchedLog): SeenHead | undefined {
  let newest: SeenHead | undefined;
  for (const note of [...told.values()].flatMap(({ heads }) => heads)) {
    const head = openHead(note, log);
    if (head && head.size > (newest?.size ?? 0)) newest = head;
  }
  return newest;
}

function openHead(note: string, { keys }: WatchedLog): SeenHead | undefined {
  try {
    const { size, root } = openCheckpoint(note, keys[0]!);
    return { size, root, note: onlyKnownSignatures(note, keys, []) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Hashes of leaves as a peer mirrors them; undefined where it does not answer, or has not so many. */
async function readLeaves(
  link: WitnessLink,
  self: string,
  { from, to }: { from: number; to: number },
  signal: AbortSignal,
): Promise<Hash[] | undefined> {
  const tiles = leafTiles(from, to);
  const leaves: Hash[] = [];
  try {
    for (let at = 0; at < tiles.length; at += AT_ONCE) {
      const portion = tiles.slice(at, at + AT_ONCE);
      const read = await Promise.all(portion.map((tile) => link.readMirrored(self, tile, signal)));
      for (const [nth, tile] of portion.entries()) {
        const bytes = read[nth];
        if (bytes?.length !== tile.width * HASH_BYTES) return undefined;
        const first = Math.max(0, from - tile.index * TILE_WIDTH);
        for (let leaf = first; leaf < tile.width; leaf++) {
          leaves.push(bytes.subarray(leaf * HASH_BYTES, (leaf + 1) * HASH_BYTES));
        }
      }
    }
    return leaves;
  } catch (error) {
    if (error instanceof LinkError) return undefined;
    throw error;
  }
}

async function takeBack(
  parts: ExchangeParts,
  head: SeenHead,
  leaves: readonly Hash[],
  { size, told }: { size: number; told: number },
): Promise<boolean> {
  const { db, clock, log, history } = parts;
  const by = { actor: { kind: 'node' as const, id: standingOf(parts).self } };
  try {
    const { lost } = await db.transaction().execute(async (tx) => {
      const at = clock.now();
      const refilled = await history.refill(tx, by, head, leaves);
      await insertRestore(tx, { id: createId(at), at, sizeBefore: size, sizeAfter: head.size, lost: refilled.lost });
      const facts = { sizeBefore: size, sizeAfter: head.size, lost: refilled.lost, told };
      await recordEvent(tx, { ...by, at, event: 'exchange.restored', outcome: 'done', facts });
      for (const restored of parts.restored) await restored(tx);
      await history.release(tx, 'witnessed');
      return refilled;
    });
    log.error({ sizeBefore: size, sizeAfter: head.size, lost }, 'this node was restored from a backup');
    return true;
  } catch (error) {
    if (error instanceof HistoryContradicted) return false;
    throw error;
  }
}
