import { labeledExpand, labeledExtract } from './labeled.ts';
import { type Suite, suiteIdOf } from './suite.ts';

/** RFC 9180, section 5: the mode without a pre-shared key and without the sender's key. */
const MODE_BASE = 0x00;
const NONE = new Uint8Array();

/** The keys of one context. */
export interface ContextKeys {
  key: Uint8Array;
  baseNonce: Uint8Array;
  exporterSecret: Uint8Array;
}

/** KeySchedule in base mode (RFC 9180, section 5.1), with the default, empty, `psk` and `psk_id`. */
export function scheduleKeys(suite: Suite, sharedSecret: Uint8Array, info: Uint8Array): ContextKeys {
  const labels = { kdf: suite.kdf, suiteId: suiteIdOf(suite) };
  const context = Buffer.concat([
    Uint8Array.of(MODE_BASE),
    labeledExtract(labels, NONE, 'psk_id_hash', NONE),
    labeledExtract(labels, NONE, 'info_hash', info),
  ]);
  const secret = labeledExtract(labels, sharedSecret, 'secret', NONE);
  return {
    key: labeledExpand(labels, secret, 'key', context, suite.aead.keyBytes),
    baseNonce: labeledExpand(labels, secret, 'base_nonce', context, suite.aead.nonceBytes),
    exporterSecret: labeledExpand(labels, secret, 'exp', context, suite.kdf.hashBytes),
  };
}
