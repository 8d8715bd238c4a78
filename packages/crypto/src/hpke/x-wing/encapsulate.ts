import { encapsulate as encapsulateMlKem } from 'node:crypto';
import type { Encapsulation } from '../kem.ts';
import { agree, generateX25519 } from '../x25519.ts';
import { combine } from './combiner.ts';
import type { XWingPublicKey } from './public-key.ts';
import { ML_KEM_PUBLIC_KEY_BYTES } from './sizes.ts';

/** `Encapsulate` (draft-connolly-cfrg-xwing-kem-10, section 5.4). */
export function encapsulate({ bytes, mlKem, x25519 }: XWingPublicKey): Encapsulation {
  const ephemeral = generateX25519();
  const x25519Secret = agree(ephemeral.privateKey, x25519, 'malformed-key');
  const { sharedKey, ciphertext } = encapsulateMlKem(mlKem);
  const sharedSecret = combine({
    mlKemSecret: sharedKey,
    x25519Secret,
    x25519Ciphertext: ephemeral.publicBytes,
    x25519PublicKey: bytes.subarray(ML_KEM_PUBLIC_KEY_BYTES),
  });
  return { sharedSecret, enc: Buffer.concat([ciphertext, ephemeral.publicBytes]) };
}
