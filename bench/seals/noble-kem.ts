import type { Kem } from '@entente/crypto/hpke/kem';
import { X_WING } from '@entente/crypto/hpke/x-wing/kem';
import { ml_kem768_x25519 as noble } from '@noble/post-quantum/hybrid.js';

/** X-Wing in plain JavaScript, to be put where ours is. */
export const NOBLE_X_WING: Kem = {
  ...X_WING,
  readPublicKey: (bytes) => ({
    bytes,
    encapsulate() {
      const { cipherText, sharedSecret } = noble.encapsulate(bytes);
      return { enc: cipherText, sharedSecret };
    },
  }),
  readPrivateKey(seed) {
    const { publicKey, secretKey } = noble.keygen(seed);
    return { publicKey, decapsulate: (enc) => noble.decapsulate(Uint8Array.from(enc), secretKey) };
  },
};
