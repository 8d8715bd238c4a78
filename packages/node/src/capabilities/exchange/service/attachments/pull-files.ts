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
import { whyClosed } from '../why-closed.ts';
import { type AttachmentLink, attachmentLink } from './attachment-link.ts';
import { endFile, settleFile } from './settle-file.ts';

/** What is to be pulled is looked at this often even when no notice comes. */
const LOOK_EVERY_MS = 1000;
const SUSPENDED_EVERY_MS = 15_000;
/** Chunks of one file before it is looked whether a smaller one has come up. */
const AT_ONCE = 16;

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
    if (await whyClosed(parts, peer.node)) return { afterMs: SUSPENDED_EVERY_MS };
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
  if (pull.chunks < chunkCount(pull.size)) return await pullChunks(parts, link, pull, signal);
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

/**
 * Pulls the next few chunks: while one is judged and stored the next is on its way. The first that is not to be had ends it.
 */
async function pullChunks(parts: ExchangeParts, link: AttachmentLink, pull: Pull, signal: AbortSignal): Promise<Step> {
  const end = Math.min(chunkCount(pull.size), pull.chunks + AT_ONCE);
  const fetch = (chunk: number) => settled(link.readChunk(pull, chunk, signal));
  let coming = fetch(pull.chunks);
  for (let number = pull.chunks; number < end; number++) {
    const came = await coming;
    if ('error' in came) return await withoutChunk(parts, pull, failureOf(came.error));
    if (number + 1 < end) coming = fetch(number + 1);
    const fault = await storeChunk(parts, pull, number, came.value);
    if (fault || signal.aborted) return fault ?? 'done';
  }
  return 'done';
}

/** A chunk that nobody waits for in the end must not fail unheard. */
function settled<Value>(promise: Promise<Value>): Promise<{ value: Value } | { error: unknown }> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

async function storeChunk(
  parts: ExchangeParts,
  { id, size, personal, node }: Pull,
  number: number,
  sealed: Uint8Array,
): Promise<Step | undefined> {
  const fault = judgeChunk(decodeAttachmentKey(personal!.key), { size, number }, sealed);
  if (fault) return { ofFile: fault };
  // Erased meanwhile: the next round finds no such file.
  if (!(await appendChunk(parts.db, { id, state: 'coming', number }, sealed))) return 'done';
  parts.metrics.attachmentBytes.inc({ peer: node, direction: 'in' }, sealed.length);
  return undefined;
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
