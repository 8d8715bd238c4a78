import { createHmac } from 'node:crypto';

/** A key derivation function of HPKE (RFC 9180, section 4) by its registered number (section 7.2). */
export interface Kdf {
  id: number;
  /** Nh, the bytes `extract` gives. */
  hashBytes: number;
  extract(salt: Uint8Array, inputKey: Uint8Array): Uint8Array;
  expand(key: Uint8Array, info: Uint8Array, length: number): Uint8Array;
}

const HASH_BYTES = 32;

/** HKDF-SHA256: Extract and Expand of RFC 5869, sections 2.2 and 2.3. */
export const HKDF_SHA256: Kdf = {
  id: 0x0001,
  hashBytes: HASH_BYTES,
  extract: (salt, inputKey) => createHmac('sha256', salt).update(inputKey).digest(),
  expand(key, info, length) {
    if (length > 255 * HASH_BYTES) throw new RangeError(`HKDF-SHA256 gives at most ${255 * HASH_BYTES} bytes`);
    const blocks: Uint8Array[] = [];
    let block: Uint8Array = new Uint8Array();
    for (let counter = 1; blocks.length * HASH_BYTES < length; counter++) {
      block = createHmac('sha256', key).update(block).update(info).update(Uint8Array.of(counter)).digest();
      blocks.push(block);
    }
    return Buffer.concat(blocks, length);
  },
};
