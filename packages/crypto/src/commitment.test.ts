import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitTo, createSalt, opensCommitment } from './commitment.ts';

describe('commitments', () => {
  test('a commitment is SHA-256 over the salt and the UTF-8 text', () => {
    const salt = Buffer.alloc(32, 7);
    const expected = createHash('sha256')
      .update(Buffer.concat([salt, Buffer.from('Айгүл')]))
      .digest();
    expect(commitTo('Айгүл', salt)).toEqual(expected);
  });

  test('only the text and salt committed to open it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, other) => {
        const salt = createSalt();
        const commitment = commitTo(text, salt);
        expect(opensCommitment(commitment, text, salt)).toBe(true);
        expect(opensCommitment(commitment, other, salt)).toBe(text === other);
        expect(opensCommitment(commitment, text, createSalt())).toBe(false);
      }),
    );
  });

  test('bytes cannot be moved between salt and text', () => {
    const salt = createSalt();
    expect(opensCommitment(commitTo('ab', salt), 'b', Buffer.concat([salt, Buffer.from('a')]))).toBe(false);
    expect(() => commitTo('b', Buffer.concat([salt, Buffer.from('a')]))).toThrow(RangeError);
  });
});
