import type { DecapsulationKey, EncapsulationKey } from './kem.ts';
import { setUpOpener, setUpSealer } from './setup.ts';
import type { Suite } from './suite.ts';

/** What a message is bound to, without being part of it. */
export interface Binding {
  info: Uint8Array;
  aad: Uint8Array;
}

/** SealBase (RFC 9180, section 6.1), as `enc || ct`: `enc` has the KEM's fixed length. */
export function sealOnce(
  suite: Suite,
  recipient: EncapsulationKey,
  { info, aad }: Binding,
  plaintext: Uint8Array,
): Uint8Array {
  const { enc, sealer } = setUpSealer(suite, recipient, info);
  return Buffer.concat([enc, sealer.seal(aad, plaintext)]);
}

/** OpenBase (RFC 9180, section 6.1) of `enc || ct`. */
export function openOnce(
  suite: Suite,
  recipient: DecapsulationKey,
  { info, aad }: Binding,
  message: Uint8Array,
): Uint8Array {
  const enc = message.subarray(0, suite.kem.encBytes);
  return setUpOpener(suite, enc, recipient, info).open(aad, message.subarray(suite.kem.encBytes));
}
