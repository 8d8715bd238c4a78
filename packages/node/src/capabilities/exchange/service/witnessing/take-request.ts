import { cosign } from '@entente/crypto/note/cosignature';
import { Refusal } from '@entente/crypto/refusal';
import { decideCosigning, type Head, type WitnessDecision } from '@entente/crypto/witness/decision';
import { parseWitnessRequest, type WitnessRequest } from '@entente/crypto/witness/request';
import type { Tx } from '../../../../platform/database/database.ts';
import {
  type CosignAnswer,
  type CosignRefusal,
  type HeldHead,
  type ReadTile,
  STEP,
  type WatchedLog,
} from '../../model/witnessing.ts';
import { onlyKnownSignatures } from '../../rules/witnessing/known-signatures.ts';
import { watchedLog } from '../../rules/witnessing/watched-log.ts';
import { insertCosigned, lockLog, readCosignedHead } from '../../store/witnessing/cosigned.ts';
import { writeMirrored } from '../../store/witnessing/mirror.ts';
import { hasSplitView } from '../../store/witnessing/split-views.ts';
import { noteReread, readWatched } from '../../store/witnessing/watched-logs.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { LinkError } from '../peer-link.ts';
import { findBreak, type Growth, readGrowth, rereadTiles } from './check-growth.ts';
import { rememberHead } from './remember-head.ts';
import { tellCosigned, tellRefused, tellSplitView } from './tell.ts';

/**
 * Answers a node that asks for a cosignature on its log's head (C2SP tlog-witness): decided by what was cosigned last, then the
 * hashes it has grown by are read and some older ones read again, and only then, under the log's lock, decided once more, kept and
 * cosigned. No transaction is open while tiles are read.
 */
export async function takeCosignRequest(
  parts: ExchangeParts,
  peer: string,
  body: string,
  readTile: ReadTile,
): Promise<CosignAnswer> {
  const request = readRequest(body);
  const log = watchedLog(standingOf(parts).register, peer);
  if (request === undefined) return refused('malformed');
  if (log === undefined) return refused('unknown-log');
  if (await hasSplitView(parts.db, log.origin)) return refused('split-view');
  const held = await readCosignedHead(parts.db, log.origin);
  const decided = decideCosigning(request, { ...log, head: held });
  if (decided.decision === 'stale') return { stale: decided.size };
  const asked: Asked = { peer, log, held, request, readTile };
  if (decided.decision === 'refused') return await refuse(parts, asked, decided.reason);
  const grown = await checkLog(parts, asked, decided.head);
  if ('refused' in grown) return grown;
  return await parts.db.transaction().execute(async (tx) => {
    await lockLog(tx, log.origin);
    return await cosignUnderLock(parts, tx, asked, grown);
  });
}

interface Asked {
  peer: string;
  log: WatchedLog;
  held: HeldHead | undefined;
  request: WitnessRequest;
  readTile: ReadTile;
}

type Checked = Extract<Growth, { tiles: unknown }>;
type Refused = Extract<CosignAnswer, { refused: unknown }>;

function readRequest(body: string): WitnessRequest | undefined {
  try {
    return parseWitnessRequest(body);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function refused(why: CosignRefusal, brokenAt: number | null = null): Refused {
  return { refused: why, brokenAt };
}

/** A refusal that the log itself has signed the evidence for is told and kept; of the others nobody could be sure who is at fault. */
async function refuse(
  parts: ExchangeParts,
  { peer, log, held, request, readTile }: Asked,
  why: Extract<WitnessDecision, { decision: 'refused' }>['reason'],
): Promise<Refused> {
  if (why === 'split-view') {
    await parts.db
      .transaction()
      .execute((tx) => tellSplitView(parts, tx, log, { held: held!.note, shown: request.note, by: peer }));
  }
  if (why !== 'split-view' && why !== 'inconsistent') return refused(why);
  const brokenAt = await findBreak(parts.db, log.origin, held!.size, readTile).catch(() => null);
  const told = why === 'inconsistent' ? 'inconsistent-log' : why;
  await parts.db.transaction().execute((tx) => tellRefused(parts, tx, log, { why: told, brokenAt }));
  return refused(why, brokenAt);
}

/** Reads what the log has grown by, and some of what it held before. */
async function checkLog(parts: ExchangeParts, asked: Asked, head: Head): Promise<Checked | Refused> {
  const { log, held } = asked;
  const from = held?.size ?? 0;
  if (head.size - from > STEP) return refused('too-far');
  try {
    const start = (await readWatched(parts.db)).get(log.origin)?.reread ?? 0;
    const { brokenAt, next } = await rereadTiles(parts.db, { log: log.origin, size: from, start }, asked.readTile);
    if (brokenAt !== undefined) return await refuseAltered(parts, log, brokenAt);
    const growth = await readGrowth(parts.db, { log: log.origin, from, head }, asked.readTile);
    if ('altered' in growth) return await refuseAltered(parts, log, growth.brokenAt);
    if ('unread' in growth) return refused('log-unread');
    await noteReread(parts.db, log.origin, next);
    return growth;
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    parts.log.warn({ peer: asked.peer, failure: error.failure }, 'the hashes of the log could not be read');
    return refused('log-unread');
  }
}

async function refuseAltered(parts: ExchangeParts, log: WatchedLog, brokenAt: number | null): Promise<Refused> {
  const why = 'log-altered';
  await parts.db.transaction().execute((tx) => tellRefused(parts, tx, log, { why, brokenAt }));
  return refused(why, brokenAt);
}

/** What another request has had cosigned meanwhile counts: the decision is made anew, on what is held now. */
async function cosignUnderLock(
  parts: ExchangeParts,
  tx: Tx,
  { peer, log, request }: Asked,
  { tiles }: Checked,
): Promise<CosignAnswer> {
  const decided = decideCosigning(request, { ...log, head: await readCosignedHead(tx, log.origin) });
  if (decided.decision === 'stale') return { stale: decided.size };
  if (decided.decision === 'refused') return refused(decided.reason);
  const { name, key } = parts.membership.keys.witness();
  const now = parts.clock.now();
  const line = cosign(request.note, name, key, Math.floor(now.getTime() / 1000));
  const head = { ...decided.head, note: `${onlyKnownSignatures(request.note, log.keys, [])}${line}` };
  if (decided.decision === 'cosign') {
    await insertCosigned(tx, log.origin, head, now);
    await writeMirrored(tx, log.origin, tiles);
  }
  await rememberHead(tx, log.origin, head.note, now);
  await tellCosigned(parts, tx, { node: peer, origin: log.origin });
  return { cosigned: line };
}
