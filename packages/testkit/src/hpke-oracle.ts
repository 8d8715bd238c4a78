import { Aes256Gcm, CipherSuite, HkdfSha256, KemId, type KemInterface } from '@hpke/core';
import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js';

/**
 * HPKE with X-Wing by two implementations that share no code with ours: the key schedule and contexts of @hpke/core, which
 * run on WebCrypto, over the KEM of @noble/post-quantum, which is plain JavaScript. What both sides agree on is right.
 */
export const ORACLE_SEED_BYTES = xWing.lengths.seed;

/** The 1216 bytes of the public key of a 32-byte seed. */
export function oraclePublicKey(seed: Uint8Array): Uint8Array {
  return xWing.keygen(seed).publicKey;
}

/** The sender's context to a public key; with `randomness` (64 bytes) always the same one. */
export async function oracleSender(publicKey: Uint8Array, info: Uint8Array, randomness?: Uint8Array) {
  const { cipherText, sharedSecret } = xWing.encapsulate(publicKey, randomness);
  const suite = suiteOver({ encap: async () => ({ sharedSecret: own(sharedSecret), enc: own(cipherText) }) });
  return await suite.createSenderContext({ recipientPublicKey: NO_KEY, info: own(info) });
}

/** The receiver's context of `enc` and the seed of a private key. */
export async function oracleReceiver(enc: Uint8Array, seed: Uint8Array, info: Uint8Array) {
  const { secretKey } = xWing.keygen(seed);
  const suite = suiteOver({ decap: async () => own(xWing.decapsulate(enc, secretKey)) });
  return await suite.createRecipientContext({ recipientKey: NO_KEY, enc: own(enc), info: own(info) });
}

/** @hpke/core takes its keys as WebCrypto holds them, and WebCrypto knows no X-Wing: ours are inside the KEM already. */
const NO_KEY = {} as CryptoKey;

function suiteOver(operation: Partial<KemInterface>): CipherSuite {
  const kem = { id: KemId.XWing, ...operation } as KemInterface;
  return new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** The bytes in a buffer of their own, as WebCrypto wants them. */
function own(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
