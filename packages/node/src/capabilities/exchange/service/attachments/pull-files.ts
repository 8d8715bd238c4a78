import { decodeAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { chunkCount } from '@entente/crypto/sealed-chunks/sizes';
import { isDatabaseAway } from '../../../../platform/database/failures.ts';
import type { Rest } from '../../../../platform/rounds.ts';
import { judgeChunk } from '../../rules/attachments/judge-chunk.ts';
import { LONGEST_PAUSE_MS, MOST_TRIES, pauseBeforeTry } from '../../rules/attachments/next-try.ts';
import { appendChunk } from '../../store/attachments/files.ts';
import { findNextPull, markTold, noteFault, type Pull } from '../../store/attachments/pulls.ts';
import { hasTold } from '../../store/opening/openings.ts';
import type { ExchangeParts } from '../parts.ts';
import { failureOf, type Peer } from '../peer.ts';
import type { PeerLink } from '../peer-link.ts';
import { type AttachmentLink, attachmentLink } from './attachment-link.ts';
import { whyNoFile } from './may-pass.ts';
import { endFile, settleFile } from './settle-file.ts';

/** What is to be pulled is looked at this often even when no notice comes. */
const LOOK_EVERY_MS = 1000;
const SUSPENDED_EVERY_MS = 15_000;

/** What a step came to: done, or why not; a fault of the file's own lets the other files go on, one of the peer's does not. */
type Step = 'done' | { ofPeer: string } | { ofFile: string };

/**
 * Pulls what a peer's envelopes announced, chunk by chunk, over a link of its own, so that envelopes never wait behind a file. Each
 * chunk is judged before it is stored, and pulling goes on from the one that is missing, also after a restart. A file that fails for a
 * reason of its own is left alone for ever longer, then refused.
 */
export function createPulling(
  parts: ExchangeParts,
  peer: Peer,
  link: PeerLink,
): (signal: AbortSignal) => Promise<Rest> {
  const pulling = peer.doing('pulling attachments');
  const apart = attachmentLink(link);
  return async (signal) => {
    if (!(await hasTold(parts.db, peer.node))) return { afterMs: LOOK_EVERY_MS };
    if (await whyNoFile(parts, peer.node)) return { afterMs: SUSPENDED_EVERY_MS };
    const now = parts.clock.now();
    const forgotten = new Date(now.getTime() + LONGEST_PAUSE_MS);
    const pull = await findNextPull(parts.db, peer.node, { now, forgotten });
    if (!pull) return { afterMs: LOOK_EVERY_MS };
    const step = await takeStep(parts, apart, pull, signal);
    if (signal.aborted) return { afterMs: 0 };
    if (step !== 'done' && 'ofPeer' in step) return await pulling.failed(step.ofPeer);
    if (step !== 'done') await fail(parts, pull, step.ofFile);
    await pulling.worked();
    return { afterMs: 0 };
  };
}

async function takeStep(parts: ExchangeParts, link: AttachmentLink, pull: Pull, signal: AbortSignal): Promise<Step> {
  if (pull.state !== 'coming') return await tell(parts, link, pull, signal);
  if (pull.chunks < chunkCount(pull.size)) return await pullChunk(parts, link, pull, signal);
  return await settle(parts, pull, signal);
}

/** A fault of this node's own is tried again like any other. */
async function settle(parts: ExchangeParts, pull: Pull, signal: AbortSignal): Promise<Step> {
  try {
    await settleFile(parts, pull, signal);
    return 'done';
  } catch (error) {
    if (signal.aborted || isDatabaseAway(error)) throw error;
    parts.log.error({ err: error, peer: pull.node, seq: pull.seq }, 'an attachment could not be taken');
    return { ofFile: 'attachment-fault' };
  }
}

async function pullChunk(parts: ExchangeParts, link: AttachmentLink, pull: Pull, signal: AbortSignal): Promise<Step> {
  const { id, size, chunks: number, personal, node } = pull;
  const sealed = await link.readChunk(pull, number, signal).catch(failureOf);
  if (typeof sealed === 'string') return await withoutChunk(parts, pull, sealed);
  const fault = judgeChunk(decodeAttachmentKey(personal!.key), { size, number }, sealed);
  if (fault) return { ofFile: fault };
  if (await appendChunk(parts.db, { id, state: 'coming', number }, sealed)) {
    parts.metrics.attachmentBytes.inc({ peer: node, direction: 'in' }, sealed.length);
  }
  return 'done';
}

/** What the sender says of the file itself is the file's own; everything else is the peer's. */
async function withoutChunk(parts: ExchangeParts, pull: Pull, failure: string): Promise<Step> {
  if (failure === 'attachment-gone') {
    await endFile(parts, pull, 'gone', failure);
    return 'done';
  }
  if (failure === 'no-such-attachment') return { ofFile: failure };
  return failure === 'wrong-answer' ? { ofFile: 'attachment-wrong-answer' } : { ofPeer: failure };
}

/** A sender that knows of no such file any more need not be told. */
async function tell(parts: ExchangeParts, link: AttachmentLink, pull: Pull, signal: AbortSignal): Promise<Step> {
  const code = pull.state === 'refused' ? (pull.failure ?? 'attachment-refused') : null;
  const failure = await link.tellOutcome(pull, code, signal).catch(failureOf);
  if (failure !== undefined && failure !== 'no-such-attachment') return { ofPeer: failure };
  await markTold(parts.db, pull.id);
  return 'done';
}

async function fail(parts: ExchangeParts, pull: Pull, fault: string): Promise<void> {
  const { db, clock, log } = parts;
  const tries = pull.tries + 1;
  if (tries >= MOST_TRIES) return await endFile(parts, pull, 'refused', fault);
  if (tries === 1) log.warn({ peer: pull.node, seq: pull.seq, fault }, 'an attachment is not to be had; trying again');
  await noteFault(db, pull.id, fault, tries, new Date(clock.now().getTime() + pauseBeforeTry(tries)));
}
