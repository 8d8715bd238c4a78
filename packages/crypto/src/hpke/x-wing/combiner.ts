import { createHash } from 'node:crypto';

/** `\./` over `/^\`: the picture that gave X-Wing its name. */
const LABEL = Buffer.from('5c2e2f2f5e5c', 'hex');

/** The two secrets, and what else of the X25519 half goes into the one secret. */
export interface Parts {
  mlKemSecret: Uint8Array;
  x25519Secret: Uint8Array;
  x25519Ciphertext: Uint8Array;
  x25519PublicKey: Uint8Array;
}

/** `Combiner` (draft-connolly-cfrg-xwing-kem-10, section 5.3): whoever breaks only one half has nothing. */
export function combine({ mlKemSecret, x25519Secret, x25519Ciphertext, x25519PublicKey }: Parts): Uint8Array {
  return createHash('sha3-256')
    .update(mlKemSecret)
    .update(x25519Secret)
    .update(x25519Ciphertext)
    .update(x25519PublicKey)
    .update(LABEL)
    .digest();
}
