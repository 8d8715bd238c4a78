import type { RecordProof } from '@entente/contracts/audit';
import type { ProofsAnswer } from '@entente/contracts/exchange/proofs';
import { toBase64 } from '@entente/crypto/bytes';
import { readReceipt } from '@entente/crypto/envelope/receipt';
import { Problem } from '../../../../platform/problem.ts';
import type { OwnHalf } from '../../model/evidence.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { readOwnHalf } from './own-half.ts';
import { type ProvingParts, proveRecordForPeers } from './prove-record.ts';

/**
 * This node's half of the evidence of an envelope, for the peer at its other end; nothing of it is personal. An envelope with
 * somebody else is answered like one that there is not.
 */
export async function offerProofs(parts: ProvingParts, peer: string, envelope: string): Promise<ProofsAnswer> {
  const half = await readOwnHalf(parts, envelope, { content: false });
  if (half?.peer !== peer) throw new Problem(EXCHANGE_PROBLEMS['no-such-envelope']);
  return await proveOwnHalf(parts, half);
}

export async function proveOwnHalf(parts: ProvingParts, half: OwnHalf): Promise<ProofsAnswer> {
  const own = await proveRecordForPeers(parts, half.record);
  if (half.side === 'sender') {
    return { sent: own, signature: half.signature && toBase64(half.signature), received: null, decided: null };
  }
  return { sent: null, signature: null, received: own, decided: await proveDecision(parts, half) };
}

async function proveDecision(parts: ProvingParts, { decided }: OwnHalf): Promise<RecordProof | null> {
  return decided === null ? null : await proveRecordForPeers(parts, readReceipt(decided).receipt.record);
}
