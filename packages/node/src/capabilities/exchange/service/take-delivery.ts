import type { Delivery, DeliveryAnswer, Stop } from '@entente/contracts/exchange/delivery';
import { type NewReceipt, signReceipts } from '@entente/crypto/envelope/receipt';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem, problemDocument } from '../../../platform/problem.ts';
import { recordEvents } from '../../audit/index.ts';
import type { Opened } from '../model/arrivals.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { judgeArrival } from '../rules/judge-arrival.ts';
import { type Sorted, sortBatch } from '../rules/sort-batch.ts';
import { insertArrivals, type KnownArrival, readKnown } from '../store/inbox.ts';
import { advanceReceived, lockIncoming, readIncoming } from '../store/incoming.ts';
import { notifyWork } from '../store/notices.ts';
import { isSuspended } from '../store/suspensions.ts';
import { openDelivery, UnknownSealingKey } from './open-delivery.ts';
import { type ExchangeParts, headOf, standingOf } from './parts.ts';

/** Envelopes of one peer that may wait to be applied; more are not taken. */
const MOST_UNAPPLIED = 5000;
const BUSY_MS = 1000;

/** What a peer may be told before anything of its delivery is opened. */
type Taken = Omit<DeliveryAnswer, 'head'>;

/**
 * Takes a peer's envelopes: opens and verifies them, stores those that follow what came before, and gives a receipt for each,
 * all in one transaction. What came before gets the receipt it got then.
 */
export async function takeDelivery(parts: ExchangeParts, peer: string, delivery: Delivery): Promise<DeliveryAnswer> {
  const { register } = standingOf(parts);
  const head = headOf(register);
  const none = (stop: Stop): DeliveryAnswer => ({ head, receipts: [], stop });
  if (delivery.head.number > head.number) return none({ why: 'behind' });
  if (delivery.head.number === head.number && delivery.head.hash !== head.hash) {
    throw new Problem(EXCHANGE_PROBLEMS['register-contradicted']);
  }
  if (await isSuspended(parts.db, peer)) return none({ why: 'suspended' });
  const { received, applied } = await readIncoming(parts.db, peer);
  if (received - applied > MOST_UNAPPLIED) return none({ why: 'busy', retryAfterMs: BUSY_MS });
  const { opened, fault } = await openDelivery(parts, peer, delivery);
  const taken = await store(parts, peer, opened);
  return { head, ...taken, stop: taken.stop ?? stopFor(parts, fault) };
}

async function store(parts: ExchangeParts, peer: string, opened: Opened[]): Promise<Taken> {
  if (opened.length === 0) return { receipts: [], stop: null };
  const taken = await parts.db.transaction().execute(async (tx) => {
    await lockIncoming(tx, peer, 'receiving');
    const { received } = await readIncoming(tx, peer);
    const numbered = opened.map(({ id, envelope }) => ({ id, seq: envelope.seq }));
    const before = numbered.filter(({ seq }) => seq <= received).map(({ seq }) => seq);
    const known = before.length > 0 ? await readKnown(tx, peer, before) : new Map<number, KnownArrival>();
    const sorted = sortBatch(numbered, received, known);
    const repeated = numbered.slice(0, sorted.known).map(({ seq }) => known.get(seq)!.receipt);
    const fresh = opened.slice(sorted.known, sorted.known + sorted.fresh);
    const receipts = fresh.length > 0 ? await insertFresh(parts, tx, peer, fresh) : [];
    return { receipts: [...repeated, ...receipts], sorted, fresh };
  });
  for (const opened of taken.fresh) {
    parts.arrived.keep(`${peer}/${opened.envelope.seq}`, opened, opened.packed.length);
  }
  if (taken.sorted.fresh > 0) parts.metrics.envelopes.inc({ peer, direction: 'in' }, taken.sorted.fresh);
  return { receipts: taken.receipts, stop: stopOf(parts, taken.sorted) };
}

async function insertFresh(parts: ExchangeParts, tx: Tx, peer: string, fresh: readonly Opened[]): Promise<string[]> {
  const { register, self } = standingOf(parts);
  const { key } = parts.membership.keys.signing();
  const at = parts.clock.now();
  const records = await recordEvents(
    tx,
    fresh.map(({ id, envelope: { seq, type } }) => ({
      at,
      event: 'exchange.received',
      actor: { kind: 'node', id: peer },
      outcome: 'done',
      subject: { kind: 'envelope', ref: id },
      facts: { from: peer, seq, type },
    })),
  );
  const { organisation } = register;
  const receipts = signReceipts(
    fresh.map(({ id, envelope: { seq } }, index): NewReceipt => {
      const record = records[index]!;
      return {
        organisation,
        envelope: id,
        from: self,
        to: peer,
        seq,
        status: 'received',
        at: at.toISOString(),
        record,
      };
    }),
    key,
  );
  const rows = fresh.map(({ id, envelope, packed }, index) => {
    const { seq, type } = envelope;
    const refused = judgeArrival(envelope, { register, now: at, type: parts.handlers.find(type) }) ?? null;
    const about = parts.handlers.about(type, envelope.body);
    return { seq, envelope: id, type, refused, about, record: records[index]!, receipt: receipts[index]!, packed };
  });
  await insertArrivals(tx, peer, at, rows);
  await notifyWork(tx);
  await advanceReceived(tx, peer, rows.at(-1)!.seq, at);
  return receipts;
}

function stopOf(parts: ExchangeParts, { stop }: Sorted): Stop | null {
  if (stop?.why !== 'number-taken') return stop;
  return stopFor(parts, new Problem(EXCHANGE_PROBLEMS['number-taken']));
}

/** Garbage earns a problem and is counted; nobody signs for it, and it leaves no leaf. */
function stopFor({ metrics }: ExchangeParts, fault: Problem | UnknownSealingKey | null): Stop | null {
  if (fault === null) return null;
  if (fault instanceof UnknownSealingKey) return { why: 'unknown-key' };
  metrics.garbage.inc({ code: fault.code });
  return { why: 'unreadable', problem: problemDocument(fault) };
}
