import type { Delivery } from '@entente/contracts/exchange/delivery';
import { keysInForce } from '@entente/crypto/act/register';
import { toBase64 } from '@entente/crypto/bytes';
import { sealEnvelopes } from '@entente/crypto/envelope/sealed';
import { parseSealingKey, type SealingKey } from '@entente/crypto/sealed-to/sealing-key';
import type { Standing } from '../../membership/index.ts';
import type { Packed } from '../model/outbox.ts';
import { headOf } from './parts.ts';

/** The first envelopes of a batch that one key has signed: what goes into one seal. */
export function signedAlike(batch: readonly Packed[]): Packed[] {
  const other = batch.findIndex(({ signedBy }) => signedBy !== batch[0]!.signedBy);
  return other < 0 ? [...batch] : batch.slice(0, other);
}

/** Seals envelopes to a node, at the moment of sending. */
export function sealDelivery(
  { register, self }: Standing,
  node: string,
  batch: readonly Packed[],
  key: SealingKey,
): Delivery {
  const { signedBy } = batch[0]!;
  const route = { organisation: register.organisation, from: self, to: node, signedBy };
  const packed = batch.map((envelope) => envelope.packed);
  return { head: headOf(register), signedBy, sealed: toBase64(sealEnvelopes(packed, route, key)) };
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
