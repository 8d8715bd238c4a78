import { openOnce, sealOnce } from '../hpke/single-shot.ts';
import { Refusal } from '../refusal.ts';
import { equalBytes } from '../sha256.ts';
import { HEAD_BYTES, readHead, type SealHead, writeHead } from './head.ts';
import type { OpeningKey } from './opening-key.ts';
import { bindingOf, type SealPlace } from './place.ts';
import type { SealingKey } from './sealing-key.ts';

/** What one seal holds at most; what is larger is sealed in chunks. */
export const MAX_PLAINTEXT_BYTES = 16 * 2 ** 20;

/**
 * Seals bytes so that only the holder of the private key opens them, and only at this place: `head || enc || ct`
 * (docs/protocol/seals.md). It hides the bytes, not their length, and says nothing of who sealed them.
 */
export function sealTo(key: SealingKey, place: SealPlace, bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_PLAINTEXT_BYTES) throw new Refusal('out-of-range', 'too long for one seal');
  const head = writeHead({ suite: key.suite, keyId: key.id });
  return Buffer.concat([head, sealOnce(key.suite, key.publicKey, bindingOf(head, place), bytes)]);
}

/** The bytes that were sealed at this place to this key; anything else is refused. */
export function openWith(key: OpeningKey, place: SealPlace, sealed: Uint8Array): Uint8Array {
  const { suite, keyId } = readHead(sealed);
  if (suite !== key.suite || !equalBytes(keyId, key.id)) throw new Refusal('unknown-key', 'sealed to another key');
  const least = HEAD_BYTES + suite.kem.encBytes + suite.aead.tagBytes;
  if (sealed.length < least) throw new Refusal('malformed-sealed', 'too short for a seal');
  if (sealed.length > least + MAX_PLAINTEXT_BYTES) throw new Refusal('malformed-sealed', 'too long for one seal');
  const head = sealed.subarray(0, HEAD_BYTES);
  return openOnce(suite, key.privateKey, bindingOf(head, place), sealed.subarray(HEAD_BYTES));
}

/** To which key, of which suite, a seal says it was made: so that a holder of several finds the right one. */
export function addresseeOf(sealed: Uint8Array): SealHead {
  return readHead(sealed);
}
