import { readSigningKey } from '@entente/crypto/act/node-record';
import { KEY_OVERLAP_MS, keyAt } from '@entente/crypto/act/register';
import { type AskPart, openAsk, sealAsk } from '@entente/crypto/ask/sealed';
import { fromBase64, toBase64, toHex } from '@entente/crypto/bytes';
import { Refusal } from '@entente/crypto/refusal';
import { addresseeOf } from '@entente/crypto/sealed-to/seal-to';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { chooseSealingKey } from '../seal-delivery.ts';

export type AskParts = Pick<ExchangeParts, 'db' | 'clock' | 'membership'>;

/** What goes over the connection: sealed, with the id of the key that signed within. */
export interface Sealed {
  signedBy: string;
  sealed: string;
}

/** Seals this node's part of an ask to a peer; undefined where the register has no key of it to seal to. */
export function sealForPeer(parts: AskParts, part: AskPart, peer: string, bytes: Uint8Array): Sealed | undefined {
  const standing = standingOf(parts);
  const { id: signedBy, key: signing } = parts.membership.keys.signing();
  const chosen = chooseSealingKey(standing, peer, parts.clock.now(), new Set());
  if (!chosen) return undefined;
  const route = { organisation: standing.register.organisation, from: standing.self, to: peer, signedBy };
  return { signedBy, sealed: toBase64(sealAsk(part, bytes, { route, signing, sealing: chosen.key })) };
}

/** Opens a peer's part of an ask; a Refusal where the seal does not open, or no key of the peer in force has signed it. */
export function openFromPeer(parts: AskParts, part: AskPart, peer: string, { signedBy, sealed }: Sealed): Uint8Array {
  const { register, self } = standingOf(parts);
  const bytes = fromBase64(sealed, 'malformed-sealed');
  const opening = parts.membership.keys.opening(toHex(addresseeOf(bytes).keyId));
  if (!opening) throw new Refusal('unknown-key', 'sealed to a key that this node does not hold');
  const route = { organisation: register.organisation, from: peer, to: self, signedBy };
  const opened = openAsk(part, bytes, { route, opening });
  const moment = parts.clock.now().toISOString();
  const named = { node: peer, use: 'signing', id: signedBy } as const;
  const key = keyAt(register, named, { moment, overlapMs: KEY_OVERLAP_MS });
  if (!key) throw new Refusal('unknown-signer', 'signed with a key that is not in force');
  if (!opened.isSignedBy(readSigningKey(key.key))) throw new Refusal('bad-signature', 'the signature does not verify');
  return opened.bytes;
}
