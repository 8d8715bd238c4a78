import { keysInForce } from '@entente/crypto/act/register';
import { envelopeId } from '@entente/crypto/envelope/envelope';
import { packSigned, signEnvelope } from '@entente/crypto/envelope/signed';
import type { Packed, Unconfirmed } from '../model/outbox.ts';
import { composeAround, type Pair } from '../rules/compose.ts';
import { readUnconfirmed, replaceSignature } from '../store/outbox.ts';
import type { Portion } from '../store/portions.ts';
import { numberOutbox } from './number-outbox.ts';
import { type ExchangeParts, standingOf } from './parts.ts';

/** Which envelopes may go: those that were given a number before, or also those that are given one now. */
export type Given = 'before' | 'now';

/**
 * The next envelopes for a node after a number: those numbered before and not confirmed, else those that wait for a number, which get
 * it now if they may.
 */
export async function prepareNext(
  parts: ExchangeParts,
  node: string,
  after: number,
  { given, ...portion }: Portion & { given: Given },
): Promise<Packed[]> {
  const unconfirmed = await readUnconfirmed(parts.db, node, after, portion);
  if (unconfirmed.length === 0) return given === 'now' ? await numberOutbox(parts, node, portion) : [];
  const packed: Packed[] = [];
  for (const row of unconfirmed) packed.push(await packAgain(parts, node, row));
  return packed;
}

async function packAgain(parts: ExchangeParts, node: string, row: Unconfirmed): Promise<Packed> {
  const { register, self } = standingOf(parts);
  const pair: Pair = { organisation: register.organisation, from: self, to: node };
  const { content, seq, envelope } = row;
  const bytes = composeAround(row, content, pair);
  if (envelopeId(bytes) !== envelope) {
    throw new Error(`the envelope ${seq} for ${node} is not what was signed; it is not sent`);
  }
  const { signature, signedBy } = await signatureInForce(parts, pair, row);
  return { seq, envelope, signedBy, packed: packSigned(bytes, signature) };
}

/** What it was signed with, or a signature of today's key where that one is in force no more. */
async function signatureInForce(
  { db, clock, membership }: ExchangeParts,
  pair: Pair,
  { id, envelope, seq, signature, signedBy }: Unconfirmed,
): Promise<Pick<Unconfirmed, 'signature' | 'signedBy'>> {
  const { register, self } = standingOf({ membership });
  const inForce = keysInForce(register, self, 'signing', clock.now().toISOString());
  if (inForce.some((key) => key.id === signedBy)) return { signature, signedBy };
  const today = membership.keys.signing();
  const renewed = signEnvelope({ id: envelope, ...pair, seq }, today.key);
  await replaceSignature(db, id, renewed, today.id);
  return { signature: renewed, signedBy: today.id };
}
