import { setImmediate } from 'node:timers/promises';
import type { Delivery } from '@entente/contracts/exchange/delivery';
import { keysInForce } from '@entente/crypto/act/register';
import { toBase64 } from '@entente/crypto/bytes';
import { sealEnvelope } from '@entente/crypto/envelope/sealed';
import { parseSealingKey, type SealingKey } from '@entente/crypto/sealed-to/sealing-key';
import type { Standing } from '../../membership/index.ts';
import type { Packed } from '../model/outbox.ts';
import { headOf } from './parts.ts';

/** Envelopes sealed before others get their turn: a few milliseconds. */
const TURN = 8;

/** Seals envelopes to a node, at the moment of sending. */
export async function sealDelivery(
  { register, self }: Standing,
  node: string,
  batch: readonly Packed[],
  key: SealingKey,
): Promise<Delivery> {
  const envelopes: Delivery['envelopes'] = [];
  for (const [at, { packed, signedBy }] of batch.entries()) {
    if (at > 0 && at % TURN === 0) await setImmediate();
    const route = { organisation: register.organisation, from: self, to: node, signedBy };
    envelopes.push({ signedBy, sealed: toBase64(sealEnvelope(packed, route, key)) });
  }
  return { head: headOf(register), envelopes };
}

/** Sealing keys read before; reading one takes as long as a seal. */
const read = new Map<string, SealingKey>();

/**
 * The newest key of a node to seal to, other than those it said it does not hold; undefined where there is none.
 *
 * @param refused ids of keys
 */
export function chooseSealingKey(
  { register }: Standing,
  node: string,
  now: Date,
  refused: ReadonlySet<string>,
): { id: string; key: SealingKey } | undefined {
  const found = keysInForce(register, node, 'sealing', now.toISOString()).find(({ id }) => !refused.has(id));
  if (!found) return undefined;
  const key = read.get(found.key) ?? parseSealingKey(found.key);
  read.set(found.key, key);
  return { id: found.id, key };
}
