import type { Envelope } from '@entente/crypto/envelope/envelope';
import { unpackSigned } from '@entente/crypto/envelope/signed';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { isDatabaseAway } from '../../../platform/database/failures.ts';
import type { Reason, ReceivedAttachment, ReceivedEnvelope, Verdict } from '../model/envelopes.ts';
import {
  ATTACHMENT_REFUSALS,
  type AttachmentRefusal,
  judgeAttachments,
} from '../rules/attachments/judge-attachments.ts';
import { REFUSALS, type RefusalReason } from '../rules/judge-arrival.ts';
import { type Arrival, openArrivals, readArrivals } from '../store/inbox.ts';
import { advanceGiven, type IncomingState, lockIncoming, noteFault, readIncoming } from '../store/incoming.ts';
import { notifyWork } from '../store/notices.ts';
import { type Portion, type SavedPoint, savePoint } from '../store/portions.ts';
import { numberGiven } from '../store/receipts-given.ts';
import { awaitFiles } from './attachments/await-files.ts';
import { giveReceipts, type Judged } from './give-receipts.ts';
import type { ExchangeParts } from './parts.ts';

const PORTION: Portion = { rows: 100, bytes: 8 * 2 ** 20 };
/** How often an envelope is tried that fails for a reason of this node's own, before it is refused. */
const MOST_TRIES = 6;
const FIRST_RETRY_MS = 250;

/** What a round of applying came to: how many envelopes were dealt with, and when the next may be tried. */
export interface Applied {
  count: number;
  retryAt: Date | null;
}

/** An envelope that must be applied by itself: it failed, or was refused after it may have written something. */
class ApplyAlone extends Error {
  override readonly name = 'ApplyAlone';
}

/**
 * Applies what a peer has sent, in the order of its numbers, a portion in one transaction with the receipts for it. All are
 * applied in one go; if one fails or is refused, the portion is begun again, and each has a savepoint to go back to.
 */
export async function applyArrivals(parts: ExchangeParts, peer: string): Promise<Applied> {
  const { retryAt } = await readIncoming(parts.db, peer);
  if (retryAt !== null && isAhead(retryAt, parts.clock.now())) return { count: 0, retryAt };
  try {
    return await applyPortion(parts, peer, applyAtOnce);
  } catch (error) {
    if (!(error instanceof ApplyAlone)) throw error;
    return await applyPortion(parts, peer, applyOneByOne);
  }
}

/** A moment further ahead than any retry is put off was written before the clock was set back. */
function isAhead(retryAt: Date, now: Date): boolean {
  const ms = retryAt.getTime() - now.getTime();
  return ms > 0 && ms <= pauseBeforeTry(MOST_TRIES);
}

/** Later tries wait longer. */
function pauseBeforeTry(tries: number): number {
  return FIRST_RETRY_MS * 4 ** (tries - 1);
}

/** What arrivals are applied with. */
interface Applying {
  parts: ExchangeParts;
  tx: Tx;
  peer: string;
  /** What they say, by number. */
  bodies: Map<number, Envelope>;
}

type ApplyAll = (applying: Applying, arrivals: Arrival[], tries: number) => Promise<Outcome>;

/** Verdicts on the first arrivals, in order; and the fault that kept the next from having one. */
interface Outcome {
  judged: Judged[];
  fault: unknown;
}

async function applyPortion(parts: ExchangeParts, peer: string, apply: ApplyAll): Promise<Applied> {
  const { db } = parts;
  const { judged, fault, tries } = await db.transaction().execute(async (tx) => {
    await lockIncoming(tx, peer, 'applying');
    const incoming = await numberOpened(tx, peer, await readIncoming(tx, peer));
    const arrivals = await readArrivals(tx, peer, incoming.applied, PORTION);
    const bodies = await readBodies(parts, tx, peer, arrivals);
    const outcome = await apply({ parts, tx, peer, bodies }, arrivals, incoming.tries);
    if (outcome.judged.length > 0) await giveReceipts(parts, tx, peer, incoming, outcome.judged);
    return { ...outcome, tries: outcome.judged.length > 0 ? 0 : incoming.tries };
  });
  if (fault === undefined) return { count: judged.length, retryAt: null };
  return { count: judged.length, retryAt: await putOff(parts, db, peer, tries + 1, fault) };
}

/** Numbers the receipts that were given by themselves, so that the peer reads them. */
async function numberOpened(tx: Tx, peer: string, incoming: IncomingState): Promise<IncomingState> {
  const given = await numberGiven(tx, peer, incoming.receipts);
  if (given === 0) return incoming;
  const receipts = incoming.receipts + given;
  await advanceGiven(tx, peer, receipts);
  await notifyWork(tx);
  return { ...incoming, receipts };
}

/** Without a way back: whatever does not go through throws ApplyAlone. */
async function applyAtOnce(applying: Applying, arrivals: Arrival[]): Promise<Outcome> {
  const judged: Judged[] = [];
  for (const run of runsOf(applying.parts, arrivals)) {
    try {
      const verdicts = await applyRun(applying, run);
      for (const [at, verdict] of verdicts.entries()) {
        const arrival = run[at]!;
        if ('refused' in verdict && arrival.refused === null) throw new ApplyAlone();
        judged.push({ arrival, verdict });
      }
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      throw new ApplyAlone('one envelope does not go through', { cause: error });
    }
  }
  return { judged, fault: undefined };
}

/** Arrivals as they are applied: those together that come one after the other and whose room takes several at once. */
function runsOf({ handlers }: ExchangeParts, arrivals: readonly Arrival[]): Arrival[][] {
  const runs: Arrival[][] = [];
  for (const arrival of arrivals) {
    const before = runs.at(-1)?.at(-1);
    const goesOn = before && before.type === arrival.type && before.refused === null && arrival.refused === null;
    if (goesOn && handlers.find(arrival.type)?.applyRun) runs.at(-1)!.push(arrival);
    else runs.push([arrival]);
  }
  return runs;
}

async function applyRun(applying: Applying, run: readonly Arrival[]): Promise<Verdict[]> {
  const together = applying.parts.handlers.find(run[0]!.type)?.applyRun;
  if (run.length === 1 || !together) return [await applyOne(applying, run[0]!)];
  const received: ReceivedEnvelope[] = [];
  for (const arrival of run) {
    const prepared = await prepareOne(applying, arrival);
    if ('refused' in prepared) throw new ApplyAlone();
    received.push(prepared);
  }
  return await together(applying.tx, received);
}

async function applyOneByOne(applying: Applying, arrivals: Arrival[], tries: number): Promise<Outcome> {
  const { parts, tx, peer } = applying;
  const judged: Judged[] = [];
  for (const arrival of arrivals) {
    const point: SavedPoint = await savePoint(tx);
    try {
      const verdict = await applyOne(applying, arrival);
      await ('refused' in verdict ? point.goBack() : point.keep());
      judged.push({ arrival, verdict });
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      await point.goBack();
      const again = judged.length === 0 ? tries + 1 : 1;
      if (again < MOST_TRIES) return { judged, fault: error };
      parts.log.error({ err: error, peer, seq: arrival.seq, type: arrival.type }, 'an envelope could not be applied');
      judged.push({ arrival, verdict: { refused: reasonFor('exchange.fault') } });
    }
  }
  return { judged, fault: undefined };
}

async function applyOne(applying: Applying, arrival: Arrival): Promise<Verdict> {
  const prepared = await prepareOne(applying, arrival);
  if ('refused' in prepared) return prepared;
  return await applying.parts.handlers.find(arrival.type)!.apply(applying.tx, prepared);
}

/** An arrival as its room gets it, with the files it announces begun; or why no room gets it. */
async function prepareOne(
  { parts, tx, peer, bodies }: Applying,
  arrival: Arrival,
): Promise<ReceivedEnvelope | { refused: Reason }> {
  if (arrival.refused !== null) return { refused: reasonFor(arrival.refused as RefusalReason) };
  const handler = parts.handlers.find(arrival.type);
  if (!handler) return { refused: reasonFor('exchange.unknown-type') };
  const envelope = bodies.get(arrival.seq)!;
  if (!handler.isBody(envelope.body)) return { refused: reasonFor('exchange.wrong-body') };
  const unwanted = judgeAttachments(envelope.attachments, handler.attachments);
  if (unwanted) return { refused: reasonFor(unwanted) };
  const files = await awaitFiles(tx, { node: peer, seq: arrival.seq, at: parts.clock.now() }, envelope.attachments);
  return receivedOf(peer, arrival, envelope, files);
}

/** What arrivals say: as it came a moment ago, or else as it is stored. Those that are refused unread stay so. */
async function readBodies(
  { arrived }: ExchangeParts,
  tx: Tx,
  peer: string,
  arrivals: readonly Arrival[],
): Promise<Map<number, Envelope>> {
  const bodies = new Map<number, Envelope>();
  for (const { seq, envelope, refused } of arrivals) {
    const kept = arrived.take(`${peer}/${seq}`);
    if (kept?.id === envelope && refused === null) bodies.set(seq, kept.envelope);
  }
  const missing = arrivals.filter(({ seq, refused }) => refused === null && !bodies.has(seq)).map(({ seq }) => seq);
  for (const [seq, packed] of await openArrivals(tx, peer, missing)) bodies.set(seq, unpackSigned(packed).envelope);
  return bodies;
}

function receivedOf(
  from: string,
  { envelope: id, seq, type, receivedAt }: Arrival,
  { sentAt, handling, instrument, expiresAt, body }: Envelope,
  attachments: ReceivedAttachment[],
): ReceivedEnvelope {
  return { id, from, seq, type, sentAt, receivedAt, handling, instrument, expiresAt, body, attachments };
}

const SENTENCES = { ...REFUSALS, ...ATTACHMENT_REFUSALS };

function reasonFor(code: RefusalReason | AttachmentRefusal): Reason {
  return { code, detail: SENTENCES[code] };
}

/** What comes after from this peer waits with it, since order is kept. */
async function putOff(
  { clock, log }: ExchangeParts,
  db: Database,
  peer: string,
  tries: number,
  fault: unknown,
): Promise<Date> {
  const retryAt = new Date(clock.now().getTime() + pauseBeforeTry(tries));
  log.warn({ err: fault, peer, tries }, 'an envelope could not be applied; trying again');
  await noteFault(db, peer, tries, retryAt);
  return retryAt;
}
