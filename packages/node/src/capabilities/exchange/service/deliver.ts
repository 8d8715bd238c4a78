import { DELIVERY_LIMITS, type Delivery, type DeliveryAnswer, type Stop } from '@entente/contracts/exchange/delivery';
import type { Rest } from '../../../platform/rounds.ts';
import type { Packed } from '../model/outbox.ts';
import { readOpening } from '../store/opening/openings.ts';
import { advanceDelivered, readOutgoing } from '../store/outgoing.ts';
import { type Run, readErasedRun } from '../store/passed.ts';
import { insertHeld } from '../store/receipts-held.ts';
import { isSuspended } from '../store/suspensions.ts';
import { BadReceipt, checkReceipts } from './check-receipt.ts';
import { type ExchangeParts, standingOf } from './parts.ts';
import { passOver } from './passing/pass-over.ts';
import { failureOf, type Peer } from './peer.ts';
import { type Given, prepareNext } from './prepare.ts';
import { chooseSealingKey, sealDelivery, signedAlike } from './seal-delivery.ts';

/** At rest, where they are counted, envelopes are about as long as in a seal. */
const PORTION = { rows: DELIVERY_LIMITS.envelopes, bytes: DELIVERY_LIMITS.bytes * 0.75 };

/** The outbox is looked at this often even when no notice comes. */
const LOOK_EVERY_MS = 1000;
const SUSPENDED_EVERY_MS = 15_000;

/**
 * Delivers what is in the outbox for one peer, batch by batch, in order, one request at a time. While one is on its way
 * the next is numbered. Whatever goes wrong, the next round begins with what the peer has not confirmed.
 */
export function createDelivering(parts: ExchangeParts, peer: Peer): (signal: AbortSignal) => Promise<Rest> {
  const delivering = peer.doing('delivering');
  const refusedKeys = new Set<string>();
  let prepared: Packed[] = [];
  /** The number after which to begin again, where the peer lacks what it had confirmed. */
  let resendAfter: number | undefined;

  const nextBatch = async (given: Given): Promise<Packed[] | Run> => {
    if (prepared.length > 0) return prepared;
    const after = resendAfter ?? (await readOutgoing(parts.db, peer.node)).delivered;
    return (
      (await readErasedRun(parts.db, peer.node, after)) ??
      (await prepareNext(parts, peer.node, after, { ...PORTION, given }))
    );
  };

  const passed = async (run: Run, signal: AbortSignal): Promise<Rest> => {
    const answer = await passOver(parts, peer, run, signal).catch(failureOf);
    if (signal.aborted) return { afterMs: 0 };
    if (typeof answer === 'string') return await delivering.failed(answer);
    await delivering.answered(answer.head);
    if (answer.stop) return await stopped(answer.stop, '');
    resendAfter = undefined;
    await delivering.worked();
    return { afterMs: 0 };
  };

  const stopped = async (stop: Stop, key: string): Promise<Rest> => {
    switch (stop.why) {
      case 'gap':
        resendAfter = stop.expected - 1;
        return await delivering.failed('gap');
      case 'unknown-key':
        refusedKeys.add(key);
        return await delivering.failed('unknown-key');
      case 'suspended':
        await delivering.failed('suspended-there');
        return { afterMs: SUSPENDED_EVERY_MS, deaf: true };
      case 'busy':
        return { afterMs: Math.min(stop.retryAfterMs, SUSPENDED_EVERY_MS), deaf: true };
      case 'behind':
        return await delivering.failed('behind');
      case 'unreadable':
        return await delivering.failed(stop.problem.code);
    }
  };

  return async (signal) => {
    const { db, clock } = parts;
    if (await isSuspended(db, peer.node)) return { afterMs: SUSPENDED_EVERY_MS };
    const { state } = await readOpening(db, peer.node);
    if (state !== 'open') prepared = [];
    if (state !== 'open' && state !== 'catching-up') return { afterMs: LOOK_EVERY_MS };
    // Two nodes that catch up with each other would wait for good for what either has numbered already.
    const given: Given = state === 'open' ? 'now' : 'before';
    const ready = await nextBatch(given);
    prepared = [];
    if (!Array.isArray(ready)) return await passed(ready, signal);
    if (ready.length === 0) {
      resendAfter = undefined;
      return { afterMs: LOOK_EVERY_MS };
    }
    const batch = signedAlike(ready);
    const standing = standingOf(parts);
    const chosen = chooseSealingKey(standing, peer.node, clock.now(), refusedKeys);
    if (!chosen) {
      refusedKeys.clear();
      return await delivering.failed('no-sealing-key');
    }
    const delivery = sealDelivery(standing, peer.node, batch, chosen.key);
    const { answer, next } = await deliverAndPrepare(parts, peer, { delivery, batch, given, signal });
    if (signal.aborted) return { afterMs: 0 };
    if (typeof answer === 'string') return await delivering.failed(answer);
    await delivering.answered(answer.head);
    const last = await confirm(parts, peer.node, batch, answer);
    if (last === undefined) return await delivering.failed('bad-receipt');
    if (resendAfter !== undefined) resendAfter = Math.max(resendAfter, last);
    if (answer.stop) return await stopped(answer.stop, chosen.id);
    await delivering.worked();
    if (last === batch.at(-1)!.seq) {
      refusedKeys.clear();
      prepared = next;
    }
    return { afterMs: 0 };
  };
}

/** Sends a batch, and numbers the next one meanwhile. The answer is a failure's code where none came. */
async function deliverAndPrepare(
  parts: ExchangeParts,
  { node, link }: Peer,
  { delivery, batch, given, signal }: { delivery: Delivery; batch: Packed[]; given: Given; signal: AbortSignal },
): Promise<{ answer: DeliveryAnswer | string; next: Packed[] }> {
  const delivering = link.deliver(delivery, signal).catch(failureOf);
  // What is not prepared now is prepared in the next round, which meets the fault and tells it.
  const preparing = prepareNext(parts, node, batch.at(-1)!.seq, { ...PORTION, given }).catch(() => []);
  const [answer, next] = await Promise.all([delivering, preparing]);
  return { answer, next };
}

/**
 * Keeps the receipts for the first envelopes of a batch. Returns the number up to which the peer holds everything;
 * undefined where it gave a receipt that is none.
 */
async function confirm(
  parts: ExchangeParts,
  node: string,
  batch: readonly Packed[],
  { receipts }: DeliveryAnswer,
): Promise<number | undefined> {
  const { db, clock, metrics } = parts;
  const lines = receipts.slice(0, batch.length);
  const at = clock.now();
  if (!areFor(parts, node, lines, batch, at)) return undefined;
  const last = lines.length > 0 ? batch[lines.length - 1]!.seq : batch[0]!.seq - 1;
  if (lines.length > 0) {
    await db.transaction().execute(async (tx) => {
      const held = lines.map((line, index) => ({ seq: batch[index]!.seq, status: 'received' as const, line }));
      await insertHeld(tx, node, held);
      await advanceDelivered(tx, node, last, at);
    });
    metrics.envelopes.inc({ peer: node, direction: 'out' }, lines.length);
  }
  return last;
}

/** Whether the peer has signed that it received each of the first envelopes of a batch. */
function areFor(
  parts: ExchangeParts,
  node: string,
  lines: readonly string[],
  batch: readonly Packed[],
  now: Date,
): boolean {
  try {
    return checkReceipts(standingOf(parts), node, lines, now).every(
      ({ status, seq, envelope }, at) =>
        status === 'received' && seq === batch[at]!.seq && envelope === batch[at]!.envelope,
    );
  } catch (error) {
    if (error instanceof BadReceipt) return false;
    throw error;
  }
}
