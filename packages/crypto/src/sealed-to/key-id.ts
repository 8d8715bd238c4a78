import { type Suite, suiteNumbers } from '../hpke/suite.ts';
import { sha256 } from '../sha256.ts';

export const KEY_ID_BYTES = 8;

/** The first eight bytes of `SHA-256("entente-sealing-key" || suite || public key)`: which key, out of those one holds. */
export function keyIdOf(suite: Suite, publicKey: Uint8Array): Uint8Array {
  return sha256('entente-sealing-key', suiteNumbers(suite), publicKey).subarray(0, KEY_ID_BYTES);
}
