import { toBase64, toHex } from '../bytes.ts';
import type { EncapsulationKey } from '../hpke/kem.ts';
import { findSuite, SUITE_ID_BYTES, type Suite, suiteNumbers } from '../hpke/suite.ts';
import { isKeyName } from '../note/verifier-key.ts';
import { Refusal } from '../refusal.ts';
import { keyIdOf } from './key-id.ts';
import { checkId, takeApart } from './written-key.ts';

/** To whom things are sealed: a name, the suite its holder opens, the key's short id, and the public key. */
export interface SealingKey {
  name: string;
  suite: Suite;
  id: Uint8Array;
  publicKey: EncapsulationKey;
}

/** A sealing key for a name and the bytes of a public key of the suite's KEM. */
export function sealingKeyOf(name: string, suite: Suite, publicKey: Uint8Array): SealingKey {
  if (!isKeyName(name)) throw new Refusal('malformed-key', 'a key name is not empty and has no space and no plus');
  return { name, suite, id: keyIdOf(suite, publicKey), publicKey: suite.kem.readPublicKey(publicKey) };
}

/** `<name>+<id in hex>+<Base64 of suite number and key>`, as verifier keys are written. */
export function encodeSealingKey({ name, suite, id, publicKey }: SealingKey): string {
  return `${name}+${toHex(id)}+${toBase64(Buffer.concat([suiteNumbers(suite), publicKey.bytes]))}`;
}

/** Reads a sealing key; one of another suite, or with an id that does not belong to it, is refused. */
export function parseSealingKey(text: string): SealingKey {
  const written = takeApart(text);
  const { name, bytes } = written;
  const suite = findSuite(bytes.subarray(0, SUITE_ID_BYTES));
  if (suite === undefined) throw new Refusal('unknown-suite', 'the sealing key is of no suite used here');
  checkId(written);
  return sealingKeyOf(name, suite, bytes.subarray(SUITE_ID_BYTES));
}
