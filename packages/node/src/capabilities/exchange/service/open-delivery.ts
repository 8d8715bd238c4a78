import { setImmediate } from 'node:timers/promises';
import type { Delivery } from '@entente/contracts/exchange/delivery';
import { readSigningKey } from '@entente/crypto/act/node-record';
import { keyAt } from '@entente/crypto/act/register';
import { fromBase64, toHex } from '@entente/crypto/bytes';
import { openEnvelopes } from '@entente/crypto/envelope/sealed';
import { markOf, unpackSigned, verifyEnvelope } from '@entente/crypto/envelope/signed';
import { Refusal } from '@entente/crypto/refusal';
import { addresseeOf } from '@entente/crypto/sealed-to/seal-to';
import { Problem } from '../../../platform/problem.ts';
import type { Opened } from '../model/arrivals.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { type ExchangeParts, KEY_OVERLAP_MS, standingOf } from './parts.ts';

/** Envelopes opened before others get their turn: a few milliseconds. */
const TURN = 8;

/** Sealed to a key that this node does not hold: the sender seals again. */
export class UnknownSealingKey extends Error {
  override readonly name = 'UnknownSealingKey';
}

/** The envelopes of a delivery up to the first that is not authentic, and what is wrong with that one. */
export interface OpenedDelivery {
  opened: Opened[];
  fault: Problem | UnknownSealingKey | null;
}

/**
 * Opens a delivery's seal, and reads and verifies the envelopes in it, in their order; a long one lets others have their
 * turn.
 */
export async function openDelivery(
  parts: ExchangeParts,
  peer: string,
  { signedBy, sealed }: Pick<Delivery, 'signedBy' | 'sealed'>,
): Promise<OpenedDelivery> {
  const opened: Opened[] = [];
  try {
    for (const [at, packed] of openSeal(parts, { peer, signedBy, sealed }).entries()) {
      if (at > 0 && at % TURN === 0) await setImmediate();
      opened.push(openOne(parts, { peer, signedBy, packed }));
    }
  } catch (error) {
    if (error instanceof Problem || error instanceof UnknownSealingKey) return { opened, fault: error };
    throw error;
  }
  return { opened, fault: null };
}

function openSeal(
  parts: ExchangeParts,
  { peer, signedBy, sealed }: { peer: string; signedBy: string; sealed: string },
): Uint8Array[] {
  const { register, self } = standingOf(parts);
  const route = { organisation: register.organisation, from: peer, to: self, signedBy };
  return refusing(() => {
    const bytes = fromBase64(sealed, 'malformed-sealed');
    const key = parts.membership.keys.opening(toHex(addresseeOf(bytes).keyId));
    if (!key) throw new UnknownSealingKey('sealed to a key that this node does not hold');
    return openEnvelopes(bytes, route, key);
  });
}

function openOne(
  parts: ExchangeParts,
  { peer, signedBy, packed }: { peer: string; signedBy: string; packed: Uint8Array },
): Opened {
  const { register, self } = standingOf(parts);
  const { bytes, signature, envelope } = readPacked(packed);
  if (envelope.organisation !== register.organisation || envelope.from !== peer || envelope.to !== self) {
    throw new Problem(EXCHANGE_PROBLEMS['wrong-route']);
  }
  const moment = parts.clock.now().toISOString();
  const named = { node: peer, use: 'signing', id: signedBy } as const;
  const key = keyAt(register, named, { moment, overlapMs: KEY_OVERLAP_MS });
  if (!key) throw new Problem(EXCHANGE_PROBLEMS['unknown-signer']);
  const mark = markOf(bytes, envelope);
  if (!verifyEnvelope(mark, signature, readSigningKey(key.key))) throw new Problem(EXCHANGE_PROBLEMS['bad-signature']);
  return { envelope, id: mark.id, packed };
}

function readPacked(packed: Uint8Array): ReturnType<typeof unpackSigned> {
  return refusing(() => unpackSigned(packed));
}

/** Says what the bytes are not in the problem's terms; the detail never repeats the input. */
function refusing<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const kind = cause.code === 'not-opened' ? 'seal-not-opened' : 'malformed-envelope';
    throw new Problem(EXCHANGE_PROBLEMS[kind], { detail: cause.message, cause });
  }
}
