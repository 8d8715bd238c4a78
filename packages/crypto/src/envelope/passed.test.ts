import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { type PassedOver, signPassed, verifyPassed } from './passed.ts';
import { verifyEnvelope } from './signed.ts';

const vectors: { signingSeed: string; signing: string; passed: (PassedOver & { title: string; signature: string })[] } =
  JSON.parse(readFileSync(new URL('../../../../vectors/envelopes/passed.json', import.meta.url), 'utf8'));
const publicKey = Buffer.from(vectors.signing, 'base64');
const [first] = vectors.passed as [(typeof vectors.passed)[number]];
const signature = Buffer.from(first.signature, 'hex');

/** RFC 8410: the seed behind the header of PKCS #8. */
const keyFromSeed = (seed: string) =>
  createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  });

describe('numbers passed over', () => {
  test.each(vectors.passed)(
    '$title are signed as another implementation signs them',
    ({ title: _, signature, ...passed }) => {
      const key = keyFromSeed(vectors.signingSeed);
      expect(Buffer.from(signPassed(passed, key)).toString('hex')).toBe(signature);
      expect(verifyPassed(passed, Buffer.from(signature, 'hex'), publicKey)).toBe(true);
    },
  );

  test.each<Partial<PassedOver>>([
    { organisation: 'other' },
    { from: 'pk' },
    { to: 'pk' },
    { first: first.first + 1 },
    { last: first.last + 1 },
  ])('with %o in the place of what was signed do not verify', (change) => {
    expect(verifyPassed({ ...first, ...change }, signature, publicKey)).toBe(false);
  });

  test('are no envelope: the same signature verifies for none', () => {
    const mark = { ...first, seq: first.first, id: '0'.repeat(64) };
    expect(verifyEnvelope(mark, signature, publicKey)).toBe(false);
  });

  test('by another key do not verify', () => {
    expect(verifyPassed(first, signature, ed25519.getPublicKey(new Uint8Array(32).fill(7)))).toBe(false);
  });
});
