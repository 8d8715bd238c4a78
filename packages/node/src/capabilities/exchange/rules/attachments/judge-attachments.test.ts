import { describe, expect, test } from 'vitest';
import { judgeAttachments } from './judge-attachments.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const file = (change = {}) => ({ size: 10, mediaType: 'application/pdf', key: KEY, ...change });
const taken = { most: 2, bytes: 1000, mediaTypes: ['application/pdf', 'text/plain'] };

describe('what an envelope encloses', () => {
  test('is nothing, or what its type may have', () => {
    expect(judgeAttachments([], undefined)).toBeUndefined();
    expect(judgeAttachments([], taken)).toBeUndefined();
    expect(judgeAttachments([file(), file({ size: 1000, mediaType: 'text/plain' })], taken)).toBeUndefined();
    expect(judgeAttachments([file({ size: 0 })], taken)).toBeUndefined();
  });

  test.each([
    ['exchange.attachments-not-taken', [file()], undefined],
    ['exchange.too-many-attachments', [file(), file(), file()], taken],
    ['exchange.attachment-too-large', [file(), file({ size: 1001 })], taken],
    ['exchange.attachment-too-large', [file({ size: 2 ** 30 + 1 })], { ...taken, bytes: 2 ** 40 }],
    ['exchange.attachment-of-other-type', [file({ mediaType: 'text/html' })], taken],
    ['exchange.malformed-attachment', [file({ key: Buffer.alloc(31).toString('base64') })], taken],
    ['exchange.malformed-attachment', [file({ key: `${KEY.slice(0, -2)}==` })], taken],
  ])('is refused as %s', (code, files, by) => expect(judgeAttachments(files, by)).toBe(code));
});
