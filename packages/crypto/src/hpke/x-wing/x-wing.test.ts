import { readFileSync } from 'node:fs';
import { ml_kem768_x25519 as noble } from '@noble/post-quantum/hybrid.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../bytes.ts';
import { X_WING } from './kem.ts';

interface Vectors {
  vectors: { seed: string; pk: string; eseed: string; ct: string; ss: string }[];
  refused: { smallOrder: { points: string[] }; mlKemPublicKey: { coefficients: string[]; largest: string[] } };
}

const { vectors, refused }: Vectors = JSON.parse(
  readFileSync(new URL('../../../../../vectors/hpke/x-wing.json', import.meta.url), 'utf8'),
);
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
/** `part` in the place of what stood at `at`. */
const replaced = (whole: Uint8Array, at: number, part: Uint8Array) => {
  const changed = Uint8Array.from(whole);
  changed.set(part, at);
  return changed;
};

describe('X-Wing', () => {
  test.each(vectors)('published seed $seed', ({ seed, pk, eseed, ct, ss }) => {
    const recipient = X_WING.readPrivateKey(bytes(seed));
    expect(toHex(recipient.publicKey)).toBe(pk);
    expect(toHex(recipient.decapsulate(bytes(ct)))).toBe(ss);
    // Node draws its own randomness, so the published ciphertext itself must come from the second implementation.
    const published = noble.encapsulate(bytes(pk), bytes(eseed));
    expect([toHex(published.cipherText), toHex(published.sharedSecret)]).toEqual([ct, ss]);
  });

  test('each side finds the secret the other implementation made', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const ours = X_WING.readPrivateKey(seed);
        const theirs = noble.keygen(Uint8Array.from(seed));
        expect(toHex(ours.publicKey)).toBe(toHex(theirs.publicKey));
        const sent = X_WING.readPublicKey(theirs.publicKey).encapsulate();
        expect(toHex(noble.decapsulate(Uint8Array.from(sent.enc), theirs.secretKey))).toBe(toHex(sent.sharedSecret));
        const got = noble.encapsulate(theirs.publicKey);
        expect(toHex(ours.decapsulate(got.cipherText))).toBe(toHex(got.sharedSecret));
      }),
      { numRuns: 25 },
    );
  });

  test('every encapsulation is another', () => {
    const key = X_WING.readPublicKey(bytes(vectors[0]!.pk));
    const [one, other] = [key.encapsulate(), key.encapsulate()];
    expect(one.enc.length).toBe(1120);
    // Neither half is ever the same: both draw randomness of their own.
    expect(one.enc.subarray(0, 1088)).not.toEqual(other.enc.subarray(0, 1088));
    expect(one.enc.subarray(1088)).not.toEqual(other.enc.subarray(1088));
    expect(one.sharedSecret).not.toEqual(other.sharedSecret);
  });

  test('a ciphertext with any one bit changed gives another secret, or none', () => {
    const recipient = X_WING.readPrivateKey(bytes(vectors[0]!.seed));
    const ct = bytes(vectors[0]!.ct);
    fc.assert(
      fc.property(fc.nat(1120 * 8 - 1), (bit) => {
        const changed = replaced(ct, bit >> 3, Uint8Array.of(ct[bit >> 3]! ^ (1 << (bit & 7))));
        expect(toHex(recipient.decapsulate(changed))).not.toBe(vectors[0]!.ss);
      }),
    );
  });

  test('the bit of the X25519 half that X25519 itself ignores counts too', () => {
    const ct = bytes(vectors[0]!.ct);
    const changed = replaced(ct, 1119, Uint8Array.of(ct[1119]! ^ 0x80));
    expect(toHex(X_WING.readPrivateKey(bytes(vectors[0]!.seed)).decapsulate(changed))).not.toBe(vectors[0]!.ss);
  });

  test('the secret depends on the X25519 half and on the ML-KEM half of the key', () => {
    const [one, other] = vectors.slice(0, 2).map(({ pk }) => bytes(pk)) as [Uint8Array, Uint8Array];
    for (const mixed of [replaced(one, 1184, other.subarray(1184)), replaced(other, 1184, one.subarray(1184))]) {
      const { sharedSecret, enc } = X_WING.readPublicKey(mixed).encapsulate();
      for (const { seed } of vectors.slice(0, 2)) {
        expect(X_WING.readPrivateKey(bytes(seed)).decapsulate(enc)).not.toEqual(sharedSecret);
      }
    }
  });

  test('whoever gave the bytes of a key cannot change it afterwards', () => {
    const given = bytes(vectors[0]!.pk);
    const key = X_WING.readPublicKey(given);
    given.fill(0);
    const { sharedSecret, enc } = key.encapsulate();
    expect(X_WING.readPrivateKey(bytes(vectors[0]!.seed)).decapsulate(enc)).toEqual(sharedSecret);
  });
});

describe('X-Wing refuses', () => {
  const publicKey = bytes(vectors[0]!.pk);
  const ct = bytes(vectors[0]!.ct);
  const malformed = expect.objectContaining({ code: 'malformed-key' });
  const notOpened = expect.objectContaining({ code: 'not-opened' });

  test.each(refused.smallOrder.points)('the X25519 point %s, in a key and in a ciphertext', (point) => {
    expect(() => X_WING.readPublicKey(replaced(publicKey, 1184, bytes(point)))).toThrow(malformed);
    const recipient = X_WING.readPrivateKey(bytes(vectors[0]!.seed));
    expect(() => recipient.decapsulate(replaced(ct, 1088, bytes(point)))).toThrow(notOpened);
  });

  test.each(refused.mlKemPublicKey.coefficients)(
    'a public key that begins %s: a coefficient of 3329 or more',
    (hex) => {
      expect(() => X_WING.readPublicKey(replaced(publicKey, 0, bytes(hex)))).toThrow(malformed);
    },
  );

  test.each(refused.mlKemPublicKey.largest)('not a public key that begins %s: the largest coefficient', (hex) => {
    expect(X_WING.readPublicKey(replaced(publicKey, 0, bytes(hex))).encapsulate().enc.length).toBe(1120);
  });

  test('keys and ciphertexts of any other length', () => {
    const recipient = X_WING.readPrivateKey(bytes(vectors[0]!.seed));
    for (const length of [0, 1, 31, 33, 64, 96, 1184, 1215, 1217, 2432]) {
      expect(() => X_WING.readPublicKey(new Uint8Array(length))).toThrow(malformed);
      expect(() => X_WING.readPublicKey(new Uint8Array(length))).toThrow('1216 bytes');
      expect(() => X_WING.readPrivateKey(new Uint8Array(length))).toThrow(malformed);
    }
    for (const length of [0, 32, 1088, 1119, 1121, 2240]) {
      expect(() => recipient.decapsulate(new Uint8Array(length))).toThrow(notOpened);
    }
  });
});
