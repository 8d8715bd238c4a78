import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { toHex } from './bytes.ts';
import {
  decodePrivateKey,
  encodePrivateKey,
  generatePrivateKey,
  publicKeyOf,
  signBytes,
  verifyBytes,
} from './ed25519.ts';

/** RFC 8032, section 7.1: secret key, public key, message, signature. */
const VECTORS = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

/** A private key from its 32-byte seed, as PKCS #8 wraps it (RFC 8410, section 7). */
function keyFromSeed(seed: string) {
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

describe('Ed25519', () => {
  test.each(VECTORS)('RFC 8032 test with secret key %s', (seed, publicKey, message, signature) => {
    const key = keyFromSeed(seed);
    const bytes = Buffer.from(message, 'hex');
    expect(toHex(publicKeyOf(key))).toBe(publicKey);
    expect(toHex(signBytes(bytes, key))).toBe(signature);
    expect(verifyBytes(bytes, Buffer.from(signature, 'hex'), Buffer.from(publicKey, 'hex'))).toBe(true);
  });

  test('a changed message, signature or key does not verify, nor one of the wrong length', () => {
    const key = generatePrivateKey();
    const message = Buffer.from('message');
    const signature = signBytes(message, key);
    const publicKey = publicKeyOf(key);
    const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
    for (let at = 0; at < 64; at++) expect(verifyBytes(message, flip(signature, at), publicKey)).toBe(false);
    for (let at = 0; at < 32; at++) expect(verifyBytes(message, signature, flip(publicKey, at))).toBe(false);
    expect(verifyBytes(Buffer.from('massage'), signature, publicKey)).toBe(false);
    expect(verifyBytes(message, signature.subarray(1), publicKey)).toBe(false);
    expect(verifyBytes(message, signature, publicKey.subarray(1))).toBe(false);
  });

  test('a key survives its file, and other kinds of key are refused', () => {
    const key = generatePrivateKey();
    expect(publicKeyOf(decodePrivateKey(encodePrivateKey(key)))).toEqual(publicKeyOf(key));
    const other = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    for (const pem of ['', 'not a key', other]) {
      expect(() => decodePrivateKey(pem)).toThrow(expect.objectContaining({ code: 'malformed-key' }));
    }
  });
});
