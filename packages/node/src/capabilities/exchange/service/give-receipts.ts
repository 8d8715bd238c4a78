import { type NewReceipt, signReceipts } from '@entente/crypto/envelope/receipt';
import type { Tx } from '../../../platform/database/database.ts';
import { type AuditEntry, recordEvents } from '../../audit/index.ts';
import type { Verdict } from '../model/envelopes.ts';
import { eraseArrivals } from '../store/erasure.ts';
import type { Arrival } from '../store/inbox.ts';
import { advanceApplied, type IncomingState } from '../store/incoming.ts';
import { notifyWork } from '../store/notices.ts';
import { type GivenReceipt, insertGiven } from '../store/receipts-given.ts';
import { type ExchangeParts, standingOf } from './parts.ts';

/** An arrival, and what its room made of it. */
export interface Judged {
  arrival: Arrival;
  verdict: Verdict;
}

/**
 * Records what was dealt with, gives a signed receipt for each, under the numbers its sender reads them by, and erases what must not
 * be kept. The caller holds the lock of applying; the receipts name the record of their run, those of refusals one of their own.
 */
export async function giveReceipts(
  parts: ExchangeParts,
  tx: Tx,
  peer: string,
  { receipts: last }: IncomingState,
  judged: readonly Judged[],
): Promise<void> {
  const at = parts.clock.now();
  const [run, ...refused] = await recordEvents(tx, [runEntry(peer, at, judged), ...refusalEntries(peer, at, judged)]);
  const receipts = judged.map(({ arrival, verdict }) => {
    const record = 'refused' in verdict ? refused.shift()! : run!;
    return receiptFor(parts, peer, { arrival, verdict, at, record });
  });
  const lines = signReceipts(receipts, parts.membership.keys.signing().key);
  const given = receipts.map(({ seq, status }, index): GivenReceipt => ({ seq, status, line: lines[index]! }));
  await insertGiven(tx, peer, last, given);
  await eraseArrivals(tx, peer, seqsToErase(judged));
  await notifyWork(tx);
  await advanceApplied(tx, peer, { applied: judged.at(-1)!.arrival.seq, receipts: last + given.length });
}

function seqsToErase(judged: readonly Judged[]): number[] {
  return judged.filter(({ verdict }) => verdict.erase).map(({ arrival }) => arrival.seq);
}

function receiptFor(
  parts: ExchangeParts,
  peer: string,
  { arrival: { envelope, seq }, verdict, at, record }: Judged & { at: Date; record: string },
): NewReceipt & Pick<GivenReceipt, 'status'> {
  const { register, self } = standingOf(parts);
  return {
    organisation: register.organisation,
    envelope,
    from: self,
    to: peer,
    seq,
    ...('refused' in verdict ? { status: 'refused', reason: verdict.refused } : { status: 'accepted' }),
    at: at.toISOString(),
    record,
  };
}

function runEntry(peer: string, at: Date, judged: readonly Judged[]): AuditEntry {
  const refused = judged.filter(({ verdict }) => 'refused' in verdict).length;
  return {
    at,
    event: 'exchange.applied',
    actor: { kind: 'node', id: peer },
    outcome: 'done',
    facts: {
      from: peer,
      first: judged[0]!.arrival.seq,
      last: judged.at(-1)!.arrival.seq,
      accepted: judged.length - refused,
      refused,
    },
  };
}

function refusalEntries(peer: string, at: Date, judged: readonly Judged[]): AuditEntry[] {
  return judged.flatMap(({ arrival: { envelope, seq, type }, verdict }): AuditEntry[] =>
    'refused' in verdict
      ? [
          {
            at,
            event: 'exchange.refused',
            actor: { kind: 'node', id: peer },
            outcome: 'refused',
            subject: { kind: 'envelope', ref: envelope },
            facts: { from: peer, seq, type, code: verdict.refused.code },
          },
        ]
      : [],
  );
}
