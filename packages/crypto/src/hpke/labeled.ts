import type { Kdf } from './kdf.ts';
import { numberBytes } from './number-bytes.ts';

const VERSION = Buffer.from('HPKE-v1');

/** What keeps one use of the key derivation apart from every other: the function and the suite it works for. */
export interface Labels {
  kdf: Kdf;
  suiteId: Uint8Array;
}

/** LabeledExtract (RFC 9180, section 4). */
export function labeledExtract(labels: Labels, salt: Uint8Array, label: string, inputKey: Uint8Array): Uint8Array {
  return labels.kdf.extract(salt, Buffer.concat([VERSION, labels.suiteId, Buffer.from(label), inputKey]));
}

/** LabeledExpand (RFC 9180, section 4). */
export function labeledExpand(
  labels: Labels,
  key: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const labeled = Buffer.concat([numberBytes(length), VERSION, labels.suiteId, Buffer.from(label), info]);
  return labels.kdf.expand(key, labeled, length);
}
