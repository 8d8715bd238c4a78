import { createOpener, createSealer, type Opener, type Sealer } from './context.ts';
import type { DecapsulationKey, EncapsulationKey } from './kem.ts';
import { scheduleKeys } from './key-schedule.ts';
import type { Suite } from './suite.ts';

/** SetupBaseS (RFC 9180, section 5.1.1): a context to a recipient, and `enc`, which travels ahead of its messages. */
export function setUpSealer(
  suite: Suite,
  recipient: EncapsulationKey,
  info: Uint8Array,
): { enc: Uint8Array; sealer: Sealer } {
  const { sharedSecret, enc } = recipient.encapsulate();
  return { enc, sealer: createSealer(suite, scheduleKeys(suite, sharedSecret, info)) };
}

/** SetupBaseR (RFC 9180, section 5.1.1). A wrong key or `info` shows only when the first message does not open. */
export function setUpOpener(suite: Suite, enc: Uint8Array, recipient: DecapsulationKey, info: Uint8Array): Opener {
  return createOpener(suite, scheduleKeys(suite, recipient.decapsulate(enc), info));
}
