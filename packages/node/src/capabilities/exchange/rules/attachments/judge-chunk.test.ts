import { generateAttachmentKey } from '@entente/crypto/sealed-chunks/attachment-key';
import { sealChunk } from '@entente/crypto/sealed-chunks/seal-chunk';
import { CHUNK_BYTES } from '@entente/crypto/sealed-chunks/sizes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNK_PLACE } from '../../model/files.ts';
import { judgeChunk } from './judge-chunk.ts';

const key = generateAttachmentKey();
const size = CHUNK_BYTES + 40;
const seal = (number: number, last: boolean, bytes: Uint8Array, by = key, place = CHUNK_PLACE) =>
  sealChunk(by, place, { number, last }, bytes);
const END = Buffer.alloc(40, 3);
const end = seal(1, true, END);

describe('a chunk that came', () => {
  test('is taken where it is the one that was asked for', () => {
    expect(judgeChunk(key, { size, number: 0 }, seal(0, false, Buffer.alloc(CHUNK_BYTES)))).toBeUndefined();
    expect(judgeChunk(key, { size, number: 1 }, end)).toBeUndefined();
    expect(judgeChunk(key, { size: 0, number: 0 }, seal(0, true, Buffer.alloc(0)))).toBeUndefined();
  });

  test.each([
    ['attachment-wrong-length', 'the whole in one', Buffer.alloc(size)],
    ['attachment-wrong-length', 'cut short', end.subarray(0, -1)],
    ['attachment-wrong-length', 'lengthened', Buffer.concat([end, Buffer.of(0)])],
    ['attachment-wrong-length', 'empty', Buffer.alloc(0)],
    ['attachment-wrong-length', 'cut elsewhere than every mebibyte', seal(1, true, Buffer.alloc(41))],
    ['attachment-wrong-chunk', 'of another number', seal(2, true, END)],
    ['attachment-altered', 'of another key', seal(1, true, END, generateAttachmentKey())],
    ['attachment-altered', 'sealed for another place', seal(1, true, END, key, 'elsewhere')],
  ])('is refused as %s where it is %s', (fault, _, sealed) => {
    expect(judgeChunk(key, { size, number: 1 }, sealed)).toBe(fault);
  });

  test('is refused whichever bit of it was changed', () => {
    fc.assert(
      fc.property(fc.nat(end.length * 8 - 1), (bit) => {
        const changed = Buffer.from(end);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(judgeChunk(key, { size, number: 1 }, changed)).toBe(
          bit < 48 ? 'attachment-wrong-chunk' : 'attachment-altered',
        );
      }),
    );
  });

  test('is refused by name whatever bytes it has', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(judgeChunk(key, { size, number: 1 }, bytes)).toMatch(/^attachment-(wrong-length|wrong-chunk|altered)$/);
      }),
    );
  });
});
