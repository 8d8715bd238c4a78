import { RECEIPTS_LIMITS } from '@entente/contracts/exchange/receipts';
import type { Receipt } from '@entente/crypto/envelope/receipt';
import type { Tx } from '../../../platform/database/database.ts';
import type { Rest } from '../../../platform/rounds.ts';
import { type AuditEntry, recordEvents } from '../../audit/index.ts';
import { insertRefused } from '../store/dead-letters.ts';
import { hasTold } from '../store/opening/openings.ts';
import { advanceSettled, readOutgoing } from '../store/outgoing.ts';
import { isPassed } from '../store/passed.ts';
import { type HeldReceipt, insertHeld, readSentIds } from '../store/receipts-held.ts';
import { BadReceipt, checkReceipts } from './check-receipt.ts';
import { type ExchangeParts, standingOf } from './parts.ts';
import { failureOf, type Peer } from './peer.ts';

/** While its channel is closed, this often. */
const CLOSED_EVERY_MS = 1000;

/** Reads what a peer has made of this node's envelopes, from where it was read to, and waits for more. */
export function createReceiptsReading(parts: ExchangeParts, peer: Peer): (signal: AbortSignal) => Promise<Rest> {
  const reading = peer.doing('reading receipts');
  // The first answer comes at once: it shows that the peer is there, and how far its register goes.
  let waitSeconds = 0;
  return async (signal) => {
    if (!(await hasTold(parts.db, peer.node))) return { afterMs: CLOSED_EVERY_MS };
    const { receipts: after } = await readOutgoing(parts.db, peer.node);
    const asked = { after, waitSeconds };
    waitSeconds = 0;
    const answer = await peer.link.readReceipts(asked, signal).catch(failureOf);
    if (signal.aborted) return { afterMs: 0 };
    if (typeof answer === 'string') return await reading.failed(answer);
    await reading.answered(answer.head);
    try {
      if (answer.receipts.length > 0) await takeReceipts(parts, peer.node, after, answer.receipts);
    } catch (error) {
      if (error instanceof BadReceipt) return await reading.failed('bad-receipt');
      throw error;
    }
    await reading.worked();
    waitSeconds = RECEIPTS_LIMITS.waitSeconds;
    return { afterMs: 0 };
  };
}

/** Keeps receipts numbered from `after` on; what was refused becomes a dead letter. Throws BadReceipt, and keeps none. */
async function takeReceipts(
  parts: ExchangeParts,
  node: string,
  after: number,
  lines: readonly string[],
): Promise<void> {
  const at = parts.clock.now();
  const standing = standingOf(parts);
  const checked = checkReceipts(standing, node, lines, at);
  const receipts = checked.map((receipt, index) => ({ line: lines[index]!, receipt }));
  await parts.db.transaction().execute(async (tx) => {
    await checkSent(tx, node, receipts);
    await insertHeld(tx, node, receipts.map(toHeld));
    const final = receipts.map(({ receipt }) => receipt).filter(({ status }) => status !== 'opened');
    const refused = final.filter(({ status }) => status === 'refused');
    await insertRefused(
      tx,
      node,
      at,
      refused.map(({ seq, reason }) => ({ seq, code: reason?.code ?? 'none' })),
    );
    if (final.length > 0) await recordEvents(tx, [receiptedEntry(node, at, final, refused.length)]);
    const settled = Math.max(0, ...final.map(({ seq }) => seq));
    await advanceSettled(tx, node, { settled, receipts: after + lines.length });
  });
}

/**
 * A receipt is for the envelope that was sent under its number, and says what became of it. Of what was sent before a restore and
 * could not be had back, nobody here knows the id any more.
 */
async function checkSent(tx: Tx, node: string, receipts: readonly { receipt: Receipt }[]): Promise<void> {
  const seqs = receipts.map(({ receipt }) => receipt.seq);
  const sent = await readSentIds(tx, node, seqs);
  for (const { receipt } of receipts) {
    const isForgotten = !sent.has(receipt.seq) && (await isPassed(tx, node, 'out', receipt.seq));
    if (sent.get(receipt.seq) !== receipt.envelope && !isForgotten) {
      throw new BadReceipt('a receipt for no envelope of this node');
    }
    if (receipt.status === 'received') throw new BadReceipt('a receipt of no decision');
  }
}

function toHeld({ line, receipt: { seq, status } }: { line: string; receipt: Receipt }): HeldReceipt {
  return { seq, status, line };
}

function receiptedEntry(node: string, at: Date, final: readonly Receipt[], refused: number): AuditEntry {
  const seqs = final.map(({ seq }) => seq);
  return {
    at,
    event: 'exchange.receipted',
    actor: { kind: 'node', id: node },
    outcome: 'done',
    facts: {
      from: node,
      first: Math.min(...seqs),
      last: Math.max(...seqs),
      accepted: final.length - refused,
      refused,
    },
  };
}
