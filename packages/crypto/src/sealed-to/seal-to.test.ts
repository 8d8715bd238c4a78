import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { generateOpeningKey, sealingKeyFor } from './opening-key.ts';
import type { SealPlace } from './place.ts';
import { MAX_PLAINTEXT_BYTES, openWith, sealTo } from './seal-to.ts';

const key = generateOpeningKey();
const sealingKey = sealingKeyFor('oversight.example', key);
const text = fc.string({ unit: 'grapheme' });
const place = fc.record({ info: text.filter((info) => info !== ''), aad: text });
const plaintext = fc.uint8Array({ maxLength: 5000 });
const anyCode = (...codes: string[]) => expect.objectContaining({ code: expect.toBeOneOf(codes) });

describe('a seal to a key', () => {
  test('opens at its place, and is longer than its text by 1151 bytes', () => {
    fc.assert(
      fc.property(place, plaintext, (place, bytes) => {
        const sealed = sealTo(sealingKey, place, bytes);
        expect(sealed.length).toBe(bytes.length + 1151);
        expect(toHex(openWith(key, place, sealed))).toBe(toHex(bytes));
      }),
    );
  });

  test('opens at no other place, not even where the same letters are divided otherwise', () => {
    const expectClosed = (own: SealPlace, other: SealPlace) => {
      const sealed = sealTo(sealingKey, own, Buffer.from('text'));
      if (own.info === other.info && own.aad === other.aad) return;
      expect(() => openWith(key, other, sealed)).toThrow(anyCode('not-opened'));
    };
    fc.assert(
      fc.property(place, place, fc.nat(20), (own, other, at) => {
        expectClosed(own, other);
        const letters = [...own.info, ...own.aad];
        const end = Math.min(at + 1, letters.length);
        expectClosed(own, { info: letters.slice(0, end).join(''), aad: letters.slice(end).join('') });
      }),
    );
  });

  test('is refused with any one bit changed, its head included', () => {
    const where = { info: 'screening.query', aad: '1' };
    const sealed = sealTo(sealingKey, where, Buffer.from('Айгүл Серікбаева'));
    const changed = (bit: number) => {
      const bytes = Uint8Array.from(sealed);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      return bytes;
    };
    const codes = anyCode('not-opened', 'malformed-sealed', 'unknown-suite', 'unknown-key');
    for (let bit = 0; bit < 15 * 8; bit++) expect(() => openWith(key, where, changed(bit))).toThrow(codes);
    fc.assert(
      fc.property(fc.integer({ min: 15 * 8, max: sealed.length * 8 - 1 }), (bit) => {
        expect(() => openWith(key, where, changed(bit))).toThrow(anyCode('not-opened'));
      }),
      { numRuns: 400 },
    );
  });

  test('is refused by another key, though its head be changed to name that key', () => {
    const other = generateOpeningKey();
    const where = { info: 'screening.query', aad: '1' };
    const sealed = sealTo(sealingKey, where, Buffer.from('text'));
    expect(() => openWith(other, where, sealed)).toThrow(anyCode('unknown-key'));
    sealed.set(other.id, 7);
    expect(() => openWith(other, where, sealed)).toThrow(anyCode('not-opened'));
  });

  test('two seals of one text have nothing in common behind their head', () => {
    const where = { info: 'screening.query', aad: '1' };
    const [one, other] = [1, 2].map(() => sealTo(sealingKey, where, Buffer.alloc(1000)));
    const common = one!.subarray(15).filter((byte, at) => byte === other![15 + at]).length;
    // Two random strings of this length agree in about eight bytes; forty do so never.
    expect(common).toBeLessThan(40);
  });

  test('bytes that are no seal are refused, whatever they are', () => {
    const codes = anyCode('not-opened', 'malformed-sealed', 'unknown-suite', 'unknown-key');
    const head = sealTo(sealingKey, { info: 'x', aad: '' }, new Uint8Array()).subarray(0, 15);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), (bytes, headed) => {
        const input = headed ? Buffer.concat([head, bytes]) : bytes;
        expect(() => openWith(key, { info: 'x', aad: '' }, input)).toThrow(codes);
      }),
    );
  });

  test('what is too long is refused on both sides, the longest is not', () => {
    const where = { info: 'x', aad: '' };
    const longest = new Uint8Array(MAX_PLAINTEXT_BYTES);
    const sealed = sealTo(sealingKey, where, longest);
    expect(openWith(key, where, sealed).length).toBe(MAX_PLAINTEXT_BYTES);
    expect(() => sealTo(sealingKey, where, new Uint8Array(MAX_PLAINTEXT_BYTES + 1))).toThrow(anyCode('out-of-range'));
    expect(() => openWith(key, where, Buffer.concat([sealed, Uint8Array.of(0)]))).toThrow(anyCode('malformed-sealed'));
  });

  test('a place that cannot be told from another, or says nothing, is refused', () => {
    const bytes = Buffer.from('text');
    for (const broken of [
      { info: 'x\ud800', aad: '' },
      { info: 'x', aad: '\udc00' },
    ]) {
      expect(() => sealTo(sealingKey, broken, bytes)).toThrow(anyCode('lone-surrogate'));
    }
    expect(() => sealTo(sealingKey, { info: '', aad: 'x' }, bytes)).toThrow(RangeError);
  });
});
