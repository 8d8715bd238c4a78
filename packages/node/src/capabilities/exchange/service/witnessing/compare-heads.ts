import { type Checkpoint, openCheckpoint } from '@entente/crypto/note/checkpoint';
import { parseNote } from '@entente/crypto/note/signed-note';
import { Refusal } from '@entente/crypto/refusal';
import { equalBytes } from '@entente/crypto/sha256';
import { verifyConsistency } from '@entente/crypto/tlog/consistency';
import { rootOf } from '@entente/crypto/tlog/subtrees';
import { readFromTiles } from '@entente/crypto/tlog/tile-reader';
import { readCheckpoints, readOwnRoot } from '../../../audit/index.ts';
import type { WatchedLog } from '../../model/witnessing.ts';
import { onlyKnownSignatures } from '../../rules/witnessing/known-signatures.ts';
import { watchedLog, witnessKeys } from '../../rules/witnessing/watched-log.ts';
import { readCosignedHead } from '../../store/witnessing/cosigned.ts';
import { readMirrored } from '../../store/witnessing/mirror.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { LinkError } from '../peer-link.ts';
import { newestOwnHead } from './own-heads.ts';
import { rememberHead } from './remember-head.ts';
import { tellSplitView } from './tell.ts';
import type { WitnessLink } from './witness-link.ts';

/** Asks a peer for the heads it has seen, and compares each with what is held here. A peer that is away is told by the asking. */
export async function compareHeads(
  parts: ExchangeParts,
  peer: { node: string; link: WitnessLink },
  linkTo: (node: string) => WitnessLink,
  signal: AbortSignal,
): Promise<void> {
  const told = await unlessAway(() => peer.link.readHeads(signal));
  for (const { node, note } of told ?? []) {
    const log = watchedLog(standingOf(parts).register, node);
    const head = log && openHead(note, log);
    // What the log has not signed says nothing about it.
    if (!log || !head) continue;
    const shown: Shown = { log, head, note, by: peer.node };
    if (node === standingOf(parts).self) await compareOwn(parts, shown);
    else await compareOther(parts, shown, () => linkTo(node), signal);
  }
}

interface Shown {
  log: WatchedLog;
  head: Checkpoint;
  note: string;
  by: string;
}

function openHead(note: string, { keys }: WatchedLog): Checkpoint | undefined {
  try {
    return openCheckpoint(note, keys[0]!);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/**
 * A head of this node's own log that it has not signed, as far as it knows, and that its tree does not have: it shows another history
 * than the one it had when that was signed, or somebody else signs with its key. A tree that was altered below a head it did sign is
 * another matter: the peers refuse that, and `entente audit verify` says where.
 */
async function compareOwn(parts: ExchangeParts, { log, head, note, by }: Shown): Promise<void> {
  const newest = await newestOwnHead(parts.db);
  if (!newest || head.size > newest.size) return;
  const [signed] = await readCheckpoints(parts.db, { from: head.size, to: head.size }, 1);
  if (signed && parseNote(signed.note).text === parseNote(note).text) return;
  if (equalBytes(await readOwnRoot(parts.db, head.size), head.root)) return;
  await parts.db.transaction().execute((tx) => tellSplitView(parts, tx, log, { held: newest.note, shown: note, by }));
}

/**
 * A head that the mirror reaches is compared with it. For one beyond, the log itself is asked for the proof that it has grown from
 * the head cosigned here; while it does not answer, or has not so many records, nothing is concluded: the mirror gets there.
 */
async function compareOther(
  parts: ExchangeParts,
  { log, head, note, by }: Shown,
  linkToLog: () => WitnessLink,
  signal: AbortSignal,
): Promise<void> {
  const held = await readCosignedHead(parts.db, log.origin);
  if (held === undefined || head.size === 0) return;
  const consistent =
    head.size <= held.size
      ? equalBytes(await mirroredRoot(parts, log.origin, head.size), head.root)
      : await hasGrown({ held, head }, linkToLog(), signal);
  if (consistent === undefined) return;
  if (consistent) {
    const known = onlyKnownSignatures(note, log.keys, witnessKeys(standingOf(parts).register));
    return await rememberHead(parts.db, log.origin, known, parts.clock.now());
  }
  await parts.db.transaction().execute((tx) => tellSplitView(parts, tx, log, { held: held.note, shown: note, by }));
}

async function mirroredRoot({ db }: ExchangeParts, log: string, size: number): Promise<Uint8Array> {
  return await rootOf(
    size,
    readFromTiles((places) => readMirrored(db, log, places)),
  );
}

async function hasGrown(
  { held, head }: { held: { size: number; root: Uint8Array }; head: Checkpoint },
  link: WitnessLink,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const proof = await unlessAway(() => link.readConsistency(held.size, head.size, signal));
  if (proof === undefined) return undefined;
  return verifyConsistency({
    oldSize: held.size,
    oldRoot: held.root,
    newSize: head.size,
    newRoot: head.root,
    proof,
  });
}

async function unlessAway<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof LinkError) return undefined;
    throw error;
  }
}
