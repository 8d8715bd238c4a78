import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { Refusal } from './refusal.ts';

export const PUBLIC_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** An Ed25519 private key (RFC 8032); Node's key object never prints itself. */
export type PrivateKey = KeyObject;

export function generatePrivateKey(): PrivateKey {
  return generateKeyPairSync('ed25519').privateKey;
}

/** PKCS #8 in PEM (RFC 8410), the form kept in the node's key file. */
export function encodePrivateKey(key: PrivateKey): string {
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}

export function decodePrivateKey(pem: string): PrivateKey {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new Refusal('malformed-key', 'not a private key in PEM');
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Refusal('malformed-key', 'the private key is not Ed25519');
  return key;
}

/** The 32 bytes of the public key (RFC 8032, section 5.1.5). */
export function publicKeyOf(key: PrivateKey): Uint8Array {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x as string, 'base64url');
}

/** 64 bytes (RFC 8032, section 5.1.6). */
export function signBytes(message: Uint8Array, key: PrivateKey): Uint8Array {
  return sign(null, message, key);
}

/** RFC 8032, section 5.1.7. A key or signature of the wrong length, or off the curve, verifies nothing. */
export function verifyBytes(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verify(null, message, importPublicKey(publicKey), signature);
  } catch {
    return false;
  }
}

function importPublicKey(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
