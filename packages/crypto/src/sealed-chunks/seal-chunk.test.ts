import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes.ts';
import { decodeAttachmentKey, encodeAttachmentKey, generateAttachmentKey } from './attachment-key.ts';
import { readChunkHead, writeChunkHead } from './chunk-head.ts';
import { openChunk, sealChunk } from './seal-chunk.ts';
import { CHUNK_BYTES, chunkAt, chunkCount, MAX_ATTACHMENT_BYTES, sealedRange, sealedSize } from './sizes.ts';

const PLACE = 'exchange.attachment';
const refused = (...codes: string[]) => expect.objectContaining({ name: 'Refusal', code: expect.toBeOneOf(codes) });
const position = fc.record({ number: fc.nat(1023), last: fc.boolean() });
const lastText = fc.uint8Array({ minLength: 1, maxLength: 3000 });
const TEXT = Buffer.from('Сообщение о задержании');

describe('a sealed chunk', () => {
  const key = generateAttachmentKey();

  test('opens under its number, and is longer than its text by 22 bytes', () => {
    fc.assert(
      fc.property(fc.nat(1023), lastText, (number, bytes) => {
        const sealed = sealChunk(key, PLACE, { number, last: true }, bytes);
        expect(sealed.length).toBe(bytes.length + 22);
        expect(toHex(openChunk(key, PLACE, { number, last: true }, sealed))).toBe(toHex(bytes));
      }),
    );
  });

  test('sealed again is the same, so that a transfer that broke off in the middle of it can go on', () => {
    const seal = () => toHex(sealChunk(key, PLACE, { number: 3, last: true }, TEXT));
    expect(seal()).toBe(seal());
  });

  test('opens under no other number, not as another end, at no other place, with no other key', () => {
    const sealed = sealChunk(key, PLACE, { number: 3, last: true }, TEXT);
    const open = (other: Partial<{ number: number; last: boolean; place: string; key: typeof key }>) => () =>
      openChunk(other.key ?? key, other.place ?? PLACE, { number: 3, last: true, ...other }, sealed);
    expect(open({})().length).toBe(TEXT.length);
    for (const number of [0, 2, 4, 1023, -1, 2 ** 32 + 3]) expect(open({ number })).toThrow(refused('not-opened'));
    expect(open({ last: false })).toThrow(refused('not-opened'));
    for (const place of ['exchange.attachment/', 'exchange', 'x'])
      expect(open({ place })).toThrow(refused('not-opened'));
    expect(open({ key: generateAttachmentKey() })).toThrow(refused('not-opened'));
  });

  test('of one attachment is refused in another, though both were given one key, and the head be changed to fit', () => {
    const one = sealChunk(key, 'exchange.attachment/1', { number: 0, last: true }, TEXT);
    expect(() => openChunk(key, 'exchange.attachment/2', { number: 0, last: true }, one)).toThrow(
      refused('not-opened'),
    );
    fc.assert(
      fc.property(position, position, (own, other) => {
        const bytes = own.last ? TEXT : Buffer.alloc(CHUNK_BYTES);
        const moved = Uint8Array.from(sealChunk(key, PLACE, own, bytes));
        moved.set(writeChunkHead(other));
        if (own.number === other.number && own.last === other.last) return;
        expect(() => openChunk(key, PLACE, other, moved)).toThrow(refused('not-opened', 'malformed-sealed'));
      }),
      { numRuns: 40 },
    );
  });

  test('is refused with any one bit changed, its head included', () => {
    const where = { number: 3, last: true };
    const sealed = sealChunk(key, PLACE, where, TEXT);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const codes = bit < 48 ? ['malformed-sealed', 'not-opened'] : ['not-opened'];
      expect(() => openChunk(key, PLACE, where, changed)).toThrow(refused(...codes));
    }
  });

  test('is refused cut anywhere, and lengthened', () => {
    const where = { number: 0, last: true };
    const sealed = sealChunk(key, PLACE, where, TEXT);
    for (let length = 0; length < sealed.length; length++) {
      const code = length < 22 ? 'malformed-sealed' : 'not-opened';
      expect(() => openChunk(key, PLACE, where, sealed.subarray(0, length))).toThrow(refused(code));
    }
    expect(() => openChunk(key, PLACE, where, Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow(refused('not-opened'));
    const longest = sealChunk(key, PLACE, where, Buffer.alloc(CHUNK_BYTES));
    expect(() => openChunk(key, PLACE, where, Buffer.concat([longest, Buffer.alloc(1)]))).toThrow(
      refused('malformed-sealed'),
    );
  });

  test('bytes that are no sealed chunk are refused, whatever they are, and their head is read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), position, fc.boolean(), (bytes, where, headed) => {
        const input = headed ? Buffer.concat([writeChunkHead(where), bytes]) : bytes;
        expect(() => openChunk(key, PLACE, where, input)).toThrow(refused('not-opened', 'malformed-sealed'));
        if (headed) expect(readChunkHead(input)).toEqual(where);
        else expect(() => readChunkHead(input)).toThrow(refused('malformed-sealed'));
      }),
    );
  });
});

describe('how an attachment is cut', () => {
  const key = generateAttachmentKey();

  test('there is one way for each size: full chunks, and a last one that is empty only where all is', () => {
    const seal = (number: number, last: boolean, length: number) => () =>
      sealChunk(key, PLACE, { number, last }, Buffer.alloc(length));
    expect(seal(0, true, 0)().length).toBe(22);
    for (const wrong of [
      seal(1, true, 0),
      seal(0, true, CHUNK_BYTES + 1),
      seal(0, false, CHUNK_BYTES - 1),
      seal(0, false, CHUNK_BYTES + 1),
      seal(1024, true, 1),
      seal(-1, true, 1),
      seal(0.5, true, 1),
    ]) {
      expect(wrong).toThrow(refused('out-of-range'));
    }
  });

  test('chunks and their sealed ranges follow each other without a gap and end with the attachment', () => {
    const size = fc.oneof(
      fc.nat(MAX_ATTACHMENT_BYTES),
      fc.tuple(fc.nat(1023), fc.integer({ min: -2, max: 2 })).map(([n, by]) => Math.max(0, n * CHUNK_BYTES + by)),
      fc.constant(MAX_ATTACHMENT_BYTES),
    );
    fc.assert(
      fc.property(size, (size) => {
        let [plain, sealed] = [0, 0];
        for (let number = 0; number < chunkCount(size); number++) {
          const chunk = chunkAt(size, number);
          const [start, end] = sealedRange(size, number);
          expect([plain, start]).toEqual([number * CHUNK_BYTES, sealed]);
          expect(chunk.last).toBe(number === chunkCount(size) - 1);
          plain += chunk.length;
          sealed = end;
        }
        expect([plain, sealed]).toEqual([size, sealedSize(size)]);
      }),
      { numRuns: 30 },
    );
  });

  test('sizes that no attachment has, and chunks it has not, are refused', () => {
    for (const size of [-1, 0.5, Number.NaN, MAX_ATTACHMENT_BYTES + 1, 2 ** 53]) {
      expect(() => sealedSize(size)).toThrow(refused('out-of-range'));
    }
    for (const number of [-1, 1, 0.5, Number.NaN]) expect(() => chunkAt(0, number)).toThrow(refused('out-of-range'));
    expect(() => sealedRange(CHUNK_BYTES, 1)).toThrow(refused('out-of-range'));
  });
});

describe('the key of an attachment', () => {
  test('travels as 64 hexadecimal digits and in no other form', () => {
    const key = generateAttachmentKey();
    const text = encodeAttachmentKey(key);
    expect(text).toMatch(/^[0-9a-f]{64}$/);
    expect(decodeAttachmentKey(text).equals(key)).toBe(true);
    for (const wrong of ['', text.slice(1), `${text}0`, text.toUpperCase().replace(/\d/g, 'A'), `${text.slice(1)} `]) {
      expect(() => decodeAttachmentKey(wrong)).toThrow(refused('malformed-key'));
    }
  });

  test('is not shown by a print or the JSON of it', () => {
    const key = decodeAttachmentKey('42'.repeat(32));
    const printed = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
    expect(printed).not.toMatch(/42.?42|66, ?66|QkJC/);
  });

  test('a place that says nothing, cannot be told from another or is very long is refused', () => {
    const seal = (place: string) => () =>
      sealChunk(generateAttachmentKey(), place, { number: 0, last: true }, randomBytes(5));
    expect(seal('')).toThrow(refused('out-of-range'));
    expect(seal('ж'.repeat(257))).toThrow(refused('out-of-range'));
    expect(seal('ж'.repeat(256))().length).toBe(27);
    expect(seal('x\ud800')).toThrow(refused('lone-surrogate'));
  });
});
