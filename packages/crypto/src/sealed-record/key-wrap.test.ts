import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapKey, unwrapKeys, wrapKey, wrapKeys } from './key-wrap.ts';

interface Vectors {
  vectors: { section: string; wrappingKey: string; key: string; wrapped: string }[];
}

const { vectors }: Vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/key-wrap/rfc3394.json', import.meta.url), 'utf8'),
);

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('key wrap (RFC 3394)', () => {
  test.each(vectors)('the vector of section $section', ({ wrappingKey, key, wrapped }) => {
    const wrapping = createSecretKey(wrappingKey, 'hex');
    expect(wrapKey(Buffer.from(key, 'hex'), wrapping).toString('hex')).toBe(wrapped);
    expect(unwrapKey(Buffer.from(wrapped, 'hex'), wrapping).toString('hex')).toBe(key);
  });

  test('a wrapped key opens by its wrapping key alone, and with no bit altered', () => {
    fc.assert(
      fc.property(bytes(32), bytes(32), fc.integer({ min: 0, max: 40 * 8 - 1 }), (key, wrapping, bit) => {
        const by = createSecretKey(wrapping);
        const wrapped = wrapKey(key, by);
        expect(unwrapKey(wrapped, by)).toEqual(Buffer.from(key));
        expect(() => unwrapKey(wrapped, createSecretKey(randomBytes(32)))).toThrow(
          expect.objectContaining({ code: 'not-opened' }),
        );
        wrapped[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => unwrapKey(wrapped, by)).toThrow(expect.objectContaining({ code: 'not-opened' }));
      }),
    );
  });

  test.each([0, 8, 15, 33])('%i bytes are no key to wrap', (length) => {
    const by = createSecretKey(randomBytes(32));
    expect(() => wrapKey(Buffer.alloc(length), by)).toThrow(expect.objectContaining({ code: 'malformed-key' }));
  });

  test.each([0, 8, 16, 39, 41])('%i bytes are no wrapped key', (length) => {
    const by = createSecretKey(randomBytes(32));
    expect(() => unwrapKey(Buffer.alloc(length), by)).toThrow(expect.objectContaining({ code: 'not-opened' }));
  });

  test('the vector of section 4.6, wrapped and unwrapped among others', () => {
    const { wrappingKey, key, wrapped } = vectors.find(({ section }) => section === '4.6')!;
    const others = Array.from({ length: 3 }, () => randomBytes(32));
    const by = createSecretKey(wrappingKey, 'hex');
    const [one, two, three] = others.map((other) => wrapKey(other, by));
    const unwrapped = unwrapKeys([one!, Buffer.from(wrapped, 'hex'), two!, three!], by);
    expect(unwrapped).toEqual([others[0], Buffer.from(key, 'hex'), others[1], others[2]]);
    expect(wrapKeys([others[0]!, Buffer.from(key, 'hex')], by)[1]?.toString('hex')).toBe(wrapped);
  });

  test('many wrapped and unwrapped at once are what each is alone, and one altered harms no other', () => {
    const harm = fc.record({ index: fc.nat({ max: 39 }), bit: fc.integer({ min: 0, max: 319 }) });
    fc.assert(
      fc.property(fc.array(bytes(32), { maxLength: 40 }), harm, bytes(32), (keys, { index, bit }, wrapping) => {
        const by = createSecretKey(wrapping);
        const wrapped = keys.map((key) => wrapKey(key, by));
        expect(wrapKeys(keys, by)).toEqual(wrapped);
        expect(unwrapKeys(wrapped, by)).toEqual(keys.map((key) => Buffer.from(key)));
        if (index >= keys.length) return;
        wrapped[index]![bit >> 3]! ^= 1 << (bit & 7);
        expect(unwrapKeys(wrapped, by)).toEqual(keys.map((key, at) => (at === index ? undefined : Buffer.from(key))));
      }),
    );
  });

  test('what is too short or too long for a wrapped key is none, beside others', () => {
    const by = createSecretKey(randomBytes(32));
    const key = randomBytes(32);
    const lengths = [0, 24, 39, 41, 48].map((length) => Buffer.alloc(length));
    const unwrapped = unwrapKeys([...lengths, wrapKey(key, by)], by);
    expect(unwrapped).toEqual([undefined, undefined, undefined, undefined, undefined, key]);
    expect(() => wrapKeys([key, Buffer.alloc(24)], by)).toThrow(expect.objectContaining({ code: 'malformed-key' }));
  });
});
