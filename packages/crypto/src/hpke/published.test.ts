import { createCipheriv, createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { AES_256_GCM, type Aead, aesGcm } from './aead.ts';
import { createOpener, createSealer } from './context.ts';
import { DHKEM_X25519, encapsulateFrom } from './dhkem-x25519.ts';
import { exportSecret } from './exporter.ts';
import { HKDF_SHA256 } from './kdf.ts';
import { type ContextKeys, scheduleKeys } from './key-schedule.ts';
import { SUITES, type Suite, suiteIdOf, suiteNumbers } from './suite.ts';
import { X_WING } from './x-wing/kem.ts';
import { x25519PairOf } from './x25519.ts';

interface Encryption {
  sequence: number;
  aad: string;
  ct: string;
}

interface Rfc9180 {
  plaintext: string;
  vectors: {
    title: string;
    aead: number;
    info: string;
    skEm: string;
    skRm: string;
    pkRm: string;
    enc: string;
    shared_secret?: string;
    key?: string;
    base_nonce?: string;
    exporter_secret?: string;
    encryptions: Encryption[];
    exports: [context: string, secret: string][];
  }[];
}

interface XWingInHpke {
  info: string;
  skRm: string;
  pkRm: string;
  enc: string;
  shared_secret: string;
  key: string;
  base_nonce: string;
  exporter_secret: string;
  plaintext: string;
  encryptions: Encryption[];
}

const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/hpke/${name}.json`, import.meta.url), 'utf8'));
const rfc9180: Rfc9180 = load('rfc9180');
const xWing: XWingInHpke = load('x-wing-in-hpke');
const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** Only the published vectors ask for it: Entente has AES-256-GCM alone. */
const CHACHA20_POLY1305: Aead = {
  ...AES_256_GCM,
  id: 0x0003,
  seal(key, nonce, aad, plaintext) {
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 }).setAAD(aad);
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, nonce, aad, ciphertext) {
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
      .setAAD(aad)
      .setAuthTag(ciphertext.subarray(-16));
    return Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()]);
  },
};

/** Seals and opens every message up to the last published one, and compares those that are published. */
function expectMessages(suite: Suite, keys: ContextKeys, plaintext: string, published: Encryption[]) {
  const sealer = createSealer(suite, keys);
  const opener = createOpener(suite, keys);
  for (let sequence = 0; sequence <= published.at(-1)!.sequence; sequence++) {
    const aad = Buffer.from(`Count-${sequence}`);
    const ct = sealer.seal(aad, bytes(plaintext));
    const vector = published.find((encryption) => encryption.sequence === sequence);
    if (vector !== undefined) expect([toHex(aad), toHex(ct)]).toEqual([vector.aad, vector.ct]);
    expect(toHex(opener.open(aad, ct))).toBe(plaintext);
  }
}

describe('RFC 9180, base mode', () => {
  test.each(rfc9180.vectors)('published vector $title', (vector) => {
    const aead = [aesGcm(0x0001, 128), AES_256_GCM].find(({ id }) => id === vector.aead)!;
    const suite: Suite = { name: 'published', kem: DHKEM_X25519, kdf: HKDF_SHA256, aead };
    const recipient = DHKEM_X25519.readPrivateKey(bytes(vector.skRm));
    expect(toHex(recipient.publicKey)).toBe(vector.pkRm);

    const sent = encapsulateFrom(x25519PairOf(bytes(vector.skEm)), bytes(vector.pkRm));
    expect(toHex(sent.enc)).toBe(vector.enc);
    expect(recipient.decapsulate(sent.enc)).toEqual(sent.sharedSecret);

    const keys = scheduleKeys(suite, sent.sharedSecret, bytes(vector.info));
    if (vector.shared_secret !== undefined) {
      const { shared_secret, key, base_nonce, exporter_secret } = vector;
      expect(toHex(sent.sharedSecret)).toBe(shared_secret);
      expect(Object.values(keys).map(toHex)).toEqual([key, base_nonce, exporter_secret]);
    }
    expectMessages(suite, keys, rfc9180.plaintext, vector.encryptions);
    for (const [context, secret] of vector.exports) {
      expect(toHex(exportSecret(suite, keys, bytes(context), 32))).toBe(secret);
    }
  });

  test('X-Wing in HPKE, as published by the HPKE working group', () => {
    const suite: Suite = { name: 'published', kem: X_WING, kdf: HKDF_SHA256, aead: CHACHA20_POLY1305 };
    const recipient = X_WING.readPrivateKey(bytes(xWing.skRm));
    expect(toHex(recipient.publicKey)).toBe(xWing.pkRm);
    const secret = recipient.decapsulate(bytes(xWing.enc));
    expect(toHex(secret)).toBe(xWing.shared_secret);
    const keys = scheduleKeys(suite, secret, bytes(xWing.info));
    expect(Object.values(keys).map(toHex)).toEqual([xWing.key, xWing.base_nonce, xWing.exporter_secret]);
    expectMessages(suite, keys, xWing.plaintext, xWing.encryptions);
  });
});

describe('suites', () => {
  test('there is one suite, with the numbers the registry gives its parts', () => {
    expect(SUITES.map((suite) => [suite.name, toHex(suiteNumbers(suite))])).toEqual([
      ['x-wing-hkdf-sha256-aes-256-gcm', '647a00010002'],
    ]);
    expect(toHex(suiteIdOf(SUITES[0]!))).toBe(`${toHex(Buffer.from('HPKE'))}647a00010002`);
  });

  test('the KEM of the published vectors stands in no suite', () => {
    expect(SUITES.filter(({ kem }) => kem.id === DHKEM_X25519.id)).toEqual([]);
  });
});
