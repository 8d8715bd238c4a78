import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrapKey, wrapKey } from './key-wrap.ts';

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
});
