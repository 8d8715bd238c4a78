import type { Kem } from '../kem.ts';
import { decapsulate } from './decapsulate.ts';
import { encapsulate } from './encapsulate.ts';
import { expandPrivateKey } from './private-key.ts';
import { readPublicKey } from './public-key.ts';
import { CIPHERTEXT_BYTES, PUBLIC_KEY_BYTES, SEED_BYTES } from './sizes.ts';

/** X-Wing as a KEM of HPKE (draft-connolly-cfrg-xwing-kem-10, sections 5.6 and 7); HPKE's drafts call it MLKEM768-X25519. */
export const X_WING: Kem = {
  id: 0x647a,
  encBytes: CIPHERTEXT_BYTES,
  publicKeyBytes: PUBLIC_KEY_BYTES,
  privateKeyBytes: SEED_BYTES,
  readPublicKey(bytes) {
    const key = readPublicKey(bytes);
    return { bytes: key.bytes, encapsulate: () => encapsulate(key) };
  },
  readPrivateKey(seed) {
    const key = expandPrivateKey(seed);
    return { publicKey: key.publicKey, decapsulate: (enc) => decapsulate(enc, key) };
  },
};
