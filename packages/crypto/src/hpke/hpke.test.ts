import { oraclePublicKey, oracleReceiver, oracleSender } from '@entente/testkit/hpke-oracle';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { createSealer } from './context.ts';
import { exportSecret } from './exporter.ts';
import { HKDF_SHA256 } from './kdf.ts';
import { scheduleKeys } from './key-schedule.ts';
import { nonceAt } from './nonce.ts';
import { setUpOpener, setUpSealer } from './setup.ts';
import { openOnce, sealOnce } from './single-shot.ts';
import { X_WING_AES_256_GCM as SUITE } from './suite.ts';

const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes));
const bytes = fc.uint8Array({ maxLength: 300 });
const message = fc.record({ aad: bytes, plaintext: bytes });
const messages = fc.array(message, { minLength: 1, maxLength: 5 });
const few = { numRuns: 15 };
const notOpened = expect.objectContaining({ code: 'not-opened' });
/** A buffer of its own, as WebCrypto takes it. */
const own = (part: Uint8Array) => Uint8Array.from(part).buffer;

describe('HPKE against another implementation', () => {
  test('it opens, in order, what we seal, and finds the same further secret', async () => {
    const property = fc.asyncProperty(seed, bytes, messages, async (seed, info, messages) => {
      const { enc, sealer } = setUpSealer(SUITE, SUITE.kem.readPublicKey(oraclePublicKey(seed)), info);
      const receiver = await oracleReceiver(enc, seed, info);
      for (const { aad, plaintext } of messages) {
        const opened = await receiver.open(own(sealer.seal(aad, plaintext)), own(aad));
        expect(toHex(new Uint8Array(opened))).toBe(toHex(plaintext));
      }
      const keys = scheduleKeys(SUITE, SUITE.kem.readPrivateKey(seed).decapsulate(enc), info);
      const exported = await receiver.export(own(Buffer.from('further')), 32);
      expect(toHex(exportSecret(SUITE, keys, Buffer.from('further'), 32))).toBe(toHex(new Uint8Array(exported)));
    });
    await fc.assert(property, few);
  });

  test('we open, in order, what it seals', async () => {
    const property = fc.asyncProperty(seed, bytes, messages, async (seed, info, messages) => {
      const sender = await oracleSender(oraclePublicKey(seed), info);
      const opener = setUpOpener(SUITE, new Uint8Array(sender.enc), SUITE.kem.readPrivateKey(seed), info);
      for (const { aad, plaintext } of messages) {
        const sealed = new Uint8Array(await sender.seal(own(plaintext), own(aad)));
        expect(toHex(opener.open(aad, sealed))).toBe(toHex(plaintext));
      }
    });
    await fc.assert(property, few);
  });
});

describe('HKDF-SHA256', () => {
  // RFC 5869, appendix A.1.
  const inputKey = Buffer.alloc(22, 0x0b);
  const salt = Buffer.from('000102030405060708090a0b0c', 'hex');
  const info = Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex');
  const key = HKDF_SHA256.extract(salt, inputKey);

  test('published vector', () => {
    expect(toHex(key)).toBe('077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5');
    expect(toHex(HKDF_SHA256.expand(key, info, 42))).toBe(
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    );
  });

  test('every length is the beginning of the longest, and there is none beyond', () => {
    const longest = HKDF_SHA256.expand(key, info, 255 * 32);
    for (const length of [0, 1, 31, 32, 33, 64, 255 * 32 - 1]) {
      expect(HKDF_SHA256.expand(key, info, length)).toEqual(longest.subarray(0, length));
    }
    expect(() => HKDF_SHA256.expand(key, info, 255 * 32 + 1)).toThrow(RangeError);
  });
});

describe('a context', () => {
  const recipient = SUITE.kem.readPrivateKey(new Uint8Array(32));
  const publicKey = SUITE.kem.readPublicKey(recipient.publicKey);
  const info = Buffer.from('info');
  const aad = Buffer.from('aad');
  const texts = ['one', 'two', 'three'].map((text) => Buffer.from(text));

  test('opens its messages in their order only, and a refused one costs nothing', () => {
    const { enc, sealer } = setUpSealer(SUITE, publicKey, info);
    const [one, two, three] = texts.map((text) => sealer.seal(aad, text)) as [Uint8Array, Uint8Array, Uint8Array];
    const opener = setUpOpener(SUITE, enc, recipient, info);
    for (const early of [two, three]) expect(() => opener.open(aad, early)).toThrow(notOpened);
    expect(opener.open(aad, one)).toEqual(texts[0]);
    for (const again of [one, three]) expect(() => opener.open(aad, again)).toThrow(notOpened);
    expect(opener.open(aad, two)).toEqual(texts[1]);
    expect(opener.open(aad, three)).toEqual(texts[2]);
  });

  test('never seals two messages under one nonce', () => {
    const { sealer } = setUpSealer(SUITE, publicKey, info);
    const sealed = Array.from({ length: 300 }, () => toHex(sealer.seal(aad, texts[0]!)));
    expect(new Set(sealed).size).toBe(300);
  });

  test('counts its nonces from the base nonce', () => {
    const base = Buffer.from('ffffffffffffffffffffff00', 'hex');
    expect([0, 1, 255, 256, 2 ** 40].map((sequence) => toHex(nonceAt(base, sequence)))).toEqual([
      'ffffffffffffffffffffff00',
      'ffffffffffffffffffffff01',
      'ffffffffffffffffffffffff',
      'fffffffffffffffffffffe00',
      'fffffffffffffeffffffff00',
    ]);
    for (const sequence of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER, 2 ** 53]) {
      expect(() => nonceAt(base, sequence)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    }
  });

  test('has keys of its own for every secret, info and suite', () => {
    const secret = Buffer.alloc(32, 1);
    const keys = [
      scheduleKeys(SUITE, secret, info),
      scheduleKeys(SUITE, Buffer.alloc(32, 2), info),
      scheduleKeys(SUITE, secret, aad),
      scheduleKeys({ ...SUITE, aead: { ...SUITE.aead, id: 3 } }, secret, info),
      scheduleKeys({ ...SUITE, kem: { ...SUITE.kem, id: 3 } }, secret, info),
    ];
    const sealed = keys.map((key) => toHex(createSealer(SUITE, key).seal(aad, texts[0]!)));
    expect(new Set(sealed).size).toBe(keys.length);
  });
});

describe('a message sealed once', () => {
  const recipient = SUITE.kem.readPrivateKey(new Uint8Array(32).fill(7));
  const binding = { info: Buffer.from('info'), aad: Buffer.from('aad') };
  const plaintext = Buffer.from('Айгүл Серікбаева, 14.02.1989');
  const sealed = sealOnce(SUITE, SUITE.kem.readPublicKey(recipient.publicKey), binding, plaintext);
  const open = (message: Uint8Array, bound = binding) => openOnce(SUITE, recipient, bound, message);

  test('opens as it was', () => {
    expect(open(sealed)).toEqual(plaintext);
    expect(Buffer.from(sealed).includes(plaintext.subarray(0, 8))).toBe(false);
  });

  test('is refused with any one bit changed, in enc, ciphertext or tag', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => open(changed)).toThrow(notOpened);
      }),
      { numRuns: 400 },
    );
  });

  test('is refused under any other info or aad, byte moved between them included', () => {
    fc.assert(
      fc.property(bytes, bytes, (info, aad) => {
        if (Buffer.compare(info, binding.info) === 0 && Buffer.compare(aad, binding.aad) === 0) return;
        expect(() => open(sealed, { info: Buffer.from(info), aad: Buffer.from(aad) })).toThrow(notOpened);
      }),
      few,
    );
    const moved = { info: Buffer.from('infoa'), aad: Buffer.from('ad') };
    expect(() => open(sealed, moved)).toThrow(notOpened);
  });

  test('is refused cut short anywhere, and with anything behind or before it', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), (length) => {
        expect(() => open(sealed.subarray(0, length))).toThrow(notOpened);
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (extra) => {
        expect(() => open(Buffer.concat([sealed, extra]))).toThrow(notOpened);
        expect(() => open(Buffer.concat([extra, sealed]))).toThrow(notOpened);
      }),
      few,
    );
  });
});
