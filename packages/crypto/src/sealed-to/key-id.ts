import { type Suite, suiteNumbers } from '../hpke/suite.ts';
import { idOf } from './written-key.ts';

export { KEY_ID_BYTES } from './written-key.ts';

/** The id of a suite's public key. */
export function keyIdOf(suite: Suite, publicKey: Uint8Array): Uint8Array {
  return idOf(Buffer.concat([suiteNumbers(suite), publicKey]));
}
