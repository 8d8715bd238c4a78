import { DELIVERY_LIMITS } from '@entente/contracts/exchange/delivery';
import type { ReturnedAnswer } from '@entente/contracts/exchange/seen';
import { toBase64 } from '@entente/crypto/bytes';
import { sealEnvelopes } from '@entente/crypto/envelope/sealed';
import { Problem } from '../../../../platform/problem.ts';
import { EXCHANGE_PROBLEMS } from '../../problems.ts';
import { readReturned } from '../../store/opening/returned.ts';
import { readErasedHere } from '../../store/passed.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { chooseSealingKey } from '../seal-delivery.ts';

const PORTION = { rows: DELIVERY_LIMITS.envelopes, bytes: Math.floor(DELIVERY_LIMITS.bytes * 0.7) };

/** A peer's own envelopes after a number, sealed to it: it signed them itself and knows them by that. */
export async function returnEnvelopes(parts: ExchangeParts, peer: string, after: number): Promise<ReturnedAnswer> {
  const standing = standingOf(parts);
  const { id: signedBy } = parts.membership.keys.signing();
  const packed = await readReturned(parts.db, peer, after, PORTION);
  if (packed.length === 0) {
    return { signedBy, sealed: null, passed: (await readErasedHere(parts.db, peer, after)) ?? null };
  }
  const chosen = chooseSealingKey(standing, peer, parts.clock.now(), new Set());
  if (!chosen) throw new Problem(EXCHANGE_PROBLEMS['no-sealing-key']);
  const route = { organisation: standing.register.organisation, from: standing.self, to: peer, signedBy };
  return { signedBy, sealed: toBase64(sealEnvelopes(packed, route, chosen.key)), passed: null };
}
