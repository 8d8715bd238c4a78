import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Refusal, type RefusalCode } from '../refusal.ts';

export const X25519_BYTES = 32;

/** A key pair of X25519 (RFC 7748, section 6.1) with the public key's bytes. */
export interface X25519Pair {
  privateKey: KeyObject;
  publicBytes: Uint8Array;
}

/** A new pair from the system's randomness. */
export function generateX25519(): X25519Pair {
  return pairOf(generateKeyPairSync('x25519').privateKey);
}

/** The pair of 32 secret bytes, clamped as RFC 7748, section 5, decodes them. */
export function x25519PairOf(secret: Uint8Array): X25519Pair {
  return pairOf(createPrivateKey({ key: Buffer.from(secret), format: 'raw-private', asymmetricKeyType: 'x25519' }));
}

/** A public key of 32 bytes; whether it is of small order shows only in `agree`. */
export function readX25519(bytes: Uint8Array): KeyObject {
  if (bytes.length !== X25519_BYTES) throw new Refusal('malformed-key', `an X25519 key has ${X25519_BYTES} bytes`);
  return createPublicKey({ key: Buffer.from(bytes), format: 'raw-public', asymmetricKeyType: 'x25519' });
}

/**
 * X25519(k, u). A point of small order, which forces the result to zeros, is refused with `code`: OpenSSL fails on it, as
 * RFC 7748, section 6.1, allows and RFC 9180, section 7.1.4, demands.
 */
export function agree(privateKey: KeyObject, publicKey: KeyObject, code: RefusalCode): Uint8Array {
  try {
    return diffieHellman({ privateKey, publicKey });
  } catch {
    throw new Refusal(code, 'an X25519 key of small order');
  }
}

function pairOf(privateKey: KeyObject): X25519Pair {
  return { privateKey, publicBytes: createPublicKey(privateKey).export({ format: 'raw-public' }) };
}
