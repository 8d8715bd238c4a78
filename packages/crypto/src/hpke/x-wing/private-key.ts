import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import { type X25519Pair, x25519PairOf } from '../x25519.ts';
import { SEED_BYTES } from './sizes.ts';

/** A decapsulation key with both its halves ready ("keeping expanded decapsulation key around", section 5.5.1). */
export interface XWingPrivateKey {
  mlKem: KeyObject;
  x25519: X25519Pair;
  /** 1216 bytes. */
  publicKey: Uint8Array;
}

/** `expandDecapsulationKey` (draft-connolly-cfrg-xwing-kem-10, section 5.2): both halves from one 32-byte seed. */
export function expandPrivateKey(seed: Uint8Array): XWingPrivateKey {
  if (seed.length !== SEED_BYTES) throw new Refusal('malformed-key', `an X-Wing private key has ${SEED_BYTES} bytes`);
  const expanded = createHash('shake256', { outputLength: 96 }).update(seed).digest();
  // ML-KEM-768.KeyGen_internal(d, z): Node takes d || z as the raw seed (FIPS 203, section 6.1).
  const mlKem = createPrivateKey({
    key: expanded.subarray(0, 64),
    format: 'raw-seed',
    asymmetricKeyType: 'ml-kem-768',
  });
  const x25519 = x25519PairOf(expanded.subarray(64, 96));
  const mlKemPublic = createPublicKey(mlKem).export({ format: 'raw-public' });
  return { mlKem, x25519, publicKey: Buffer.concat([mlKemPublic, x25519.publicBytes]) };
}
