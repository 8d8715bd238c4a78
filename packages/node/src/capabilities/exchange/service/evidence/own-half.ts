import { markOf, unpackSigned } from '@entente/crypto/envelope/signed';
import { Problem } from '../../../../platform/problem.ts';
import type { OwnHalf } from '../../model/evidence.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { composeEnvelope } from '../../rules/compose.ts';
import { findReceived, type ReceivedHere } from '../../store/evidence/received.ts';
import { findSent, isEnvelopeId, type SentEnvelope } from '../../store/evidence/sent.ts';
import { standingOf } from '../parts.ts';
import type { ProvingParts } from './prove-record.ts';

/**
 * What this node holds of an envelope, by the envelope's id or, at its sender, by that of its row in the outbox. Undefined where
 * there is none; a problem where it has no number yet. Without `content`, what is personal stays sealed.
 */
export async function readOwnHalf(
  parts: ProvingParts,
  id: string,
  wish: { content: boolean },
): Promise<OwnHalf | undefined> {
  const sent = await findSent(parts.db, id, wish);
  if (sent === 'waiting') throw new Problem(EXCHANGE_PROBLEMS['not-yet-received']);
  if (sent) return halfOfSender(parts, sent);
  const received = isEnvelopeId(id) ? await findReceived(parts.db, id, wish) : undefined;
  return received && halfOfReceiver(parts, id, received);
}

function halfOfSender(parts: ProvingParts, { node, envelope, signature, draft, ...sent }: SentEnvelope): OwnHalf {
  const { register, self } = standingOf(parts);
  const pair = { organisation: register.organisation, from: self, to: node };
  const { record, received, decided } = sent;
  return {
    side: 'sender',
    peer: node,
    mark: { id: envelope, ...pair, seq: sent.seq },
    signature,
    bytes: draft && composeEnvelope(sent, draft, pair),
    received,
    decided,
    record,
  };
}

function halfOfReceiver(parts: ProvingParts, id: string, here: ReceivedHere): OwnHalf {
  const { register, self } = standingOf(parts);
  const { node, seq, packed, receipt, decided, record } = here;
  const half = { side: 'receiver' as const, peer: node, received: receipt, decided, record };
  if (packed === null) {
    const mark = { id, organisation: register.organisation, from: node, to: self, seq };
    return { ...half, mark, signature: here.signature, bytes: null };
  }
  const { bytes, signature, envelope } = unpackSigned(packed);
  return { ...half, mark: markOf(bytes, envelope), signature, bytes };
}
