import { RECEIPTS_LIMITS, type ReceiptsAnswer, type ReceiptsQuery } from '@entente/contracts/exchange/receipts';
import { readGiven } from '../store/receipts-given.ts';
import { type ExchangeParts, headOf, standingOf } from './parts.ts';
import type { Wakes } from './wakes.ts';

/** Receipts given for a peer's envelopes, from a number on; waits a while for the first where there is none. */
export async function offerReceipts(
  parts: ExchangeParts,
  wakes: Wakes,
  peer: string,
  { after, waitSeconds }: ReceiptsQuery,
  signal: AbortSignal,
): Promise<ReceiptsAnswer> {
  const until = performance.now() + waitSeconds * 1000;
  for (;;) {
    const woken = new AbortController();
    // Listening begins before looking: what is given in between is not missed.
    const ignore = wakes.onWake(() => woken.abort());
    const receipts = await readGiven(parts.db, peer, after, RECEIPTS_LIMITS.receipts);
    const left = until - performance.now();
    if (receipts.length > 0 || left <= 0 || signal.aborted) {
      ignore();
      return { head: headOf(standingOf(parts).register), receipts };
    }
    if (!woken.signal.aborted) await wakes.wait(left, AbortSignal.any([woken.signal, signal]));
    ignore();
  }
}
