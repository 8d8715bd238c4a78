import { readSigningKey } from '../act/node-record.ts';
import { KEY_OVERLAP_MS, keyAt, type Register, type RegisteredKey } from '../act/register.ts';
import { Refusal } from '../refusal.ts';
import type { LogPlace } from './log-place.ts';

/**
 * The key of a node that made a signature and held when it was received: judged by the place of the receipt in the receiver's
 * log, never by the signer's word for the time. A key that was revoked since still holds where a majority had cosigned that
 * place before; who only says that he received it earlier may be the one who has the stolen key.
 */
export function findSigner(
  register: Register,
  node: string,
  place: Pick<LogPlace, 'at' | 'stoodAt'>,
  isSignedBy: (publicKey: Uint8Array) => boolean,
): RegisteredKey {
  const keys = register.nodes.get(node)?.keys.filter(({ use }) => use === 'signing') ?? [];
  const key = keys.find((candidate) => isSignedBy(readSigningKey(candidate.key)));
  if (key === undefined)
    throw new Refusal('bad-signature', `no key that the register has for ${node} made the signature`);
  const named = { node, use: 'signing', id: key.id } as const;
  if (!keyAt(register, named, { moment: place.at, overlapMs: KEY_OVERLAP_MS })) {
    throw new Refusal('unknown-key', `the key of ${node} that signed was not in force then`);
  }
  if (key.revoked && !(place.stoodAt !== null && place.stoodAt < key.until!)) {
    throw new Refusal(
      'unknown-key',
      `the key of ${node} that signed was revoked before a majority vouched for the receipt`,
    );
  }
  return key;
}
