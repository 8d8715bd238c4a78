import { findSuite, SUITE_ID_BYTES, type Suite, suiteNumbers } from '../hpke/suite.ts';
import { Refusal } from '../refusal.ts';
import { KEY_ID_BYTES } from './key-id.ts';

/** The first byte of every seal of this format. */
const VERSION = 0x01;
export const HEAD_BYTES = 1 + SUITE_ID_BYTES + KEY_ID_BYTES;

/** What stands in clear before a seal: how it was made, and for which key. */
export interface SealHead {
  suite: Suite;
  keyId: Uint8Array;
}

/** `version || suite || key id`, fifteen bytes. */
export function writeHead({ suite, keyId }: SealHead): Uint8Array {
  return Buffer.concat([Uint8Array.of(VERSION), suiteNumbers(suite), keyId]);
}

/** Reads the head without believing it: it is bound into the seal, and a changed one does not open. */
export function readHead(sealed: Uint8Array): SealHead {
  if (sealed.length < HEAD_BYTES) throw new Refusal('malformed-sealed', 'too short for a seal');
  if (sealed[0] !== VERSION) throw new Refusal('malformed-sealed', 'a seal of an unknown version');
  const suite = findSuite(sealed.subarray(1, 1 + SUITE_ID_BYTES));
  if (suite === undefined) throw new Refusal('unknown-suite', 'sealed with a suite that is not used here');
  return { suite, keyId: sealed.subarray(1 + SUITE_ID_BYTES, HEAD_BYTES) };
}
