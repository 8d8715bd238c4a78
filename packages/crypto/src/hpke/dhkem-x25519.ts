import { HKDF_SHA256 } from './kdf.ts';
import type { Encapsulation, Kem } from './kem.ts';
import { labeledExpand, labeledExtract } from './labeled.ts';
import { numberBytes } from './number-bytes.ts';
import { agree, generateX25519, readX25519, X25519_BYTES, type X25519Pair, x25519PairOf } from './x25519.ts';

/**
 * DHKEM(X25519, HKDF-SHA256) (RFC 9180, section 4.1), here for one reason: the standard's published vectors use it, and
 * so show that labels, key schedule and contexts are right. It stands in no suite and must stand in none: a quantum
 * computer would open today's traffic.
 */
const ID = 0x0020;
const LABELS = { kdf: HKDF_SHA256, suiteId: Buffer.concat([Buffer.from('KEM'), numberBytes(ID)]) };

export const DHKEM_X25519: Kem = {
  id: ID,
  encBytes: X25519_BYTES,
  publicKeyBytes: X25519_BYTES,
  privateKeyBytes: X25519_BYTES,
  readPublicKey: (bytes) => ({ bytes, encapsulate: () => encapsulateFrom(generateX25519(), bytes) }),
  readPrivateKey(bytes) {
    const own = x25519PairOf(bytes);
    return {
      publicKey: own.publicBytes,
      decapsulate: (enc) =>
        extractAndExpand(agree(own.privateKey, readX25519(enc), 'not-opened'), enc, own.publicBytes),
    };
  },
};

/** Encap (section 4.1) from a given ephemeral key, which the published vectors name. */
export function encapsulateFrom(ephemeral: X25519Pair, recipient: Uint8Array): Encapsulation {
  const agreed = agree(ephemeral.privateKey, readX25519(recipient), 'malformed-key');
  const enc = ephemeral.publicBytes;
  return { sharedSecret: extractAndExpand(agreed, enc, recipient), enc };
}

/** ExtractAndExpand (section 4.1), with `kem_context = enc || pkRm`. */
function extractAndExpand(agreed: Uint8Array, enc: Uint8Array, recipient: Uint8Array): Uint8Array {
  const key = labeledExtract(LABELS, new Uint8Array(), 'eae_prk', agreed);
  return labeledExpand(LABELS, key, 'shared_secret', Buffer.concat([enc, recipient]), LABELS.kdf.hashBytes);
}
