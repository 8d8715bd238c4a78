import { decapsulate as decapsulateMlKem } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import { agree, readX25519 } from '../x25519.ts';
import { combine } from './combiner.ts';
import type { XWingPrivateKey } from './private-key.ts';
import { CIPHERTEXT_BYTES, ML_KEM_CIPHERTEXT_BYTES } from './sizes.ts';

/**
 * `Decapsulate` (draft-connolly-cfrg-xwing-kem-10, section 5.5). A ciphertext of the right length always gives a secret,
 * a useless one if it was not made for this key (FIPS 203, section 6.3); only an X25519 half of small order, which no
 * honest sender makes, is refused here.
 */
export function decapsulate(ciphertext: Uint8Array, { mlKem, x25519 }: XWingPrivateKey): Uint8Array {
  if (ciphertext.length !== CIPHERTEXT_BYTES) {
    throw new Refusal('not-opened', `an X-Wing ciphertext has ${CIPHERTEXT_BYTES} bytes`);
  }
  const x25519Ciphertext = ciphertext.subarray(ML_KEM_CIPHERTEXT_BYTES);
  const x25519Secret = agree(x25519.privateKey, readX25519(x25519Ciphertext), 'not-opened');
  return combine({
    mlKemSecret: decapsulateMlKem(mlKem, ciphertext.subarray(0, ML_KEM_CIPHERTEXT_BYTES)),
    x25519Secret,
    x25519Ciphertext,
    x25519PublicKey: x25519.publicBytes,
  });
}
