import { readReceipt } from '@entente/crypto/envelope/receipt';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { Reason } from '../model/envelopes.ts';
import { readSent, type SentRow } from '../store/sent.ts';

/** What became of an envelope, by its receiver's signed word. */
export interface Sent {
  /** Without a number yet; on its way; stored there; applied there; refused there; expired before it went. */
  state: 'waiting' | 'sent' | 'received' | 'accepted' | 'refused' | 'expired';
  refusal: Reason | null;
}

/** What became of rows of the outbox, by their ids. */
export async function viewSent(db: Database | Tx, ids: readonly string[]): Promise<Map<string, Sent>> {
  return new Map((await readSent(db, ids)).map((row) => [row.asked, viewRow(row)]));
}

function viewRow({ seq, voided, delivered, receipt }: SentRow): Sent {
  if (seq === null) return { state: 'waiting', refusal: null };
  if (voided) return { state: 'expired', refusal: null };
  if (receipt === null) return { state: delivered ? 'received' : 'sent', refusal: null };
  const { status, reason } = readReceipt(receipt).receipt;
  return { state: status === 'refused' ? 'refused' : 'accepted', refusal: reason ?? null };
}
