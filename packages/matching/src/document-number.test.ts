import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldDocumentNumber, foldLookAlikes } from './document-number.ts';

/** Any UTF-16 unit, half surrogate pairs among them. */
const ANY_UNIT = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

describe('document numbers', () => {
  test('spaces, hyphens and a number sign do not tell two numbers apart', () => {
    expect(foldDocumentNumber('№ 45 08-123456')).toBe('4508123456');
    expect(foldDocumentNumber('ab-123 456')).toBe('AB123456');
  });

  test('a series typed in Cyrillic capitals is the series of the passport', () => {
    expect(foldDocumentNumber('АВ 123456')).toBe('AB123456');
  });

  test('characters that optical readers confuse fold together', () => {
    expect(foldLookAlikes('OR12S8B')).toBe(foldLookAlikes('0R1258B'));
    expect(foldLookAlikes('AB1')).not.toBe(foldLookAlikes('AB7'));
  });

  test('folding twice is folding once, and never longer than sixty characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_UNIT, maxLength: 300 }), (text) => {
        const folded = foldDocumentNumber(text);
        expect(foldDocumentNumber(folded)).toBe(folded);
        expect(folded.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
