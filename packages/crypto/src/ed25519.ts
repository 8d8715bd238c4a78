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

/** Public halves worked out before: a node signs a thousand receipts a second with one key. */
const publicHalves = new WeakMap<PrivateKey, string>();

/** The 32 bytes of the public key (RFC 8032, section 5.1.5). */
export function publicKeyOf(key: PrivateKey): Uint8Array {
  const known = publicHalves.get(key) ?? (createPublicKey(key).export({ format: 'jwk' }).x as string);
  publicHalves.set(key, known);
  return Buffer.from(known, 'base64url');
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

/** Keys imported before, the last used at the end; importing one takes a third of the time of a verification. */
const imported = new Map<string, KeyObject>();
const MOST_IMPORTED = 256;

function importPublicKey(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
  const key = imported.get(x) ?? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  imported.delete(x);
  imported.set(x, key);
  for (const [oldest] of imported) {
    if (imported.size <= MOST_IMPORTED) break;
    imported.delete(oldest);
  }
  return key;
}
