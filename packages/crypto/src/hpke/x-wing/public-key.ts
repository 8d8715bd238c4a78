import { createPublicKey, type KeyObject } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import { agree, generateX25519, readX25519 } from '../x25519.ts';
import { ML_KEM_PUBLIC_KEY_BYTES, PUBLIC_KEY_BYTES } from './sizes.ts';

/** An encapsulation key with both its halves ready. */
export interface XWingPublicKey {
  bytes: Uint8Array;
  mlKem: KeyObject;
  x25519: KeyObject;
}

/**
 * Reads the 1216 bytes `pk_M || pk_X` (draft-connolly-cfrg-xwing-kem-10, sections 5.1 and 5.2). OpenSSL makes the
 * encapsulation key check of FIPS 203, section 7.2, which section 4 of the draft demands; an X25519 half of small order,
 * which the draft lets pass, is refused too, for anybody could then do that half of the opening.
 */
export function readPublicKey(bytes: Uint8Array): XWingPublicKey {
  if (bytes.length !== PUBLIC_KEY_BYTES) {
    throw new Refusal('malformed-key', `an X-Wing public key has ${PUBLIC_KEY_BYTES} bytes`);
  }
  // A copy, so that whoever gave the bytes cannot change the key under us.
  const own = Buffer.from(bytes);
  const mlKem = readMlKem(own.subarray(0, ML_KEM_PUBLIC_KEY_BYTES));
  const x25519 = readX25519(own.subarray(ML_KEM_PUBLIC_KEY_BYTES));
  agree(generateX25519().privateKey, x25519, 'malformed-key');
  return { bytes: own, mlKem, x25519 };
}

function readMlKem(bytes: Buffer): KeyObject {
  try {
    return createPublicKey({ key: bytes, format: 'raw-public', asymmetricKeyType: 'ml-kem-768' });
  } catch {
    throw new Refusal('malformed-key', 'the ML-KEM half of the key is out of range');
  }
}
