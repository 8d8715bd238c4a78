import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCanonical, serialiseCanonical } from './canonical.ts';
import { parseJson } from './json.ts';

interface Vectors {
  documents: { title: string; input: string; output: string }[];
  numbers: [bits: string, text: string][];
  unrepresentable: string[];
  refused: { title: string; input: string; code: string }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../vectors/canonical-json/rfc8785.json', import.meta.url), 'utf8'),
);

const fromBits = (hex: string) => Buffer.from(hex, 'hex').readDoubleBE();
const jsonValue = fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' });

describe('canonical JSON', () => {
  test.each(vectors.documents)('published document: $title', ({ input, output }) => {
    expect(serialiseCanonical(JSON.parse(input))).toBe(output);
    expect(serialiseCanonical(parseJson(input))).toBe(output);
    expect(parseCanonical(Buffer.from(output))).toEqual(JSON.parse(input));
  });

  test.each(vectors.numbers)('published number %s is written %s', (bits, text) => {
    expect(serialiseCanonical(fromBits(bits))).toBe(text);
  });

  test.each(vectors.unrepresentable)('published number %s has no form in JSON', (bits) => {
    expect(() => serialiseCanonical(fromBits(bits))).toThrow(expect.objectContaining({ code: 'number-out-of-range' }));
  });

  test.each(vectors.refused)('$title is refused as $code', ({ input, code }) => {
    expect(() => parseCanonical(Buffer.from(input))).toThrow(expect.objectContaining({ code }));
  });

  test('what is serialised reads back as the same value and the same bytes', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = serialiseCanonical(value);
        expect(serialiseCanonical(parseCanonical(text))).toBe(text);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('the order in which properties were set does not show', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(serialiseCanonical(reversed)).toBe(serialiseCanonical(value));
      }),
    );
  });

  test('no other spelling of a value is accepted', () => {
    fc.assert(
      fc.property(jsonValue, fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (value, place, inserted) => {
        const text = serialiseCanonical(value);
        const at = place % (text.length + 1);
        const other = text.slice(0, at) + inserted + text.slice(at);
        let read: unknown;
        try {
          read = parseCanonical(other);
        } catch {
          return;
        }
        expect(serialiseCanonical(read)).toBe(other);
      }),
    );
  });

  test('a text is accepted exactly when writing what it says gives it again', () => {
    const spelled = fc.oneof(
      fc.json(),
      jsonValue.map((value) => JSON.stringify(value)),
      jsonValue.map((value) => serialiseCanonical(value)),
      fc.constantFrom(
        '{"10":1,"9":1}',
        '{"9":1,"10":1}',
        '{"b":1,"a":1}',
        '"\\ud800"',
        '"\\\\ud800"',
        '-0',
        '1e21',
        '[1E1]',
      ),
    );
    const accepts = (text: string) => {
      try {
        parseCanonical(text);
        return true;
      } catch {
        return false;
      }
    };
    const givesAgain = (text: string) => {
      try {
        return serialiseCanonical(parseJson(text)) === text;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(spelled, (text) => accepts(text) === givesAgain(text)),
      { numRuns: 500 },
    );
  });

  test('the strict reader agrees with JSON.parse on any text, or refuses more', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((text) => text.slice(0, -1)),
        ),
        (text) => {
          let read: unknown;
          try {
            read = parseJson(text);
          } catch (error) {
            expect(error).toMatchObject({ name: 'Refusal' });
            return;
          }
          expect(read).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  test('a key named __proto__ stays a key', () => {
    const text = '{"__proto__":{"a":1}}';
    expect(serialiseCanonical(parseCanonical(text))).toBe(text);
    expect(serialiseCanonical(parseJson(text))).toBe(text);
  });

  test('bytes that are not UTF-8 and overlong encodings are refused', () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc0, 0xaf, 0x22],
      [0x22, 0xed, 0xa0, 0xbd, 0x22],
    ]) {
      expect(() => parseCanonical(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'not-json' }));
    }
  });

  test('a hundred thousand opening brackets are refused, not recursed into', () => {
    expect(() => parseCanonical('['.repeat(100_000))).toThrow(expect.objectContaining({ code: 'too-deep' }));
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(() => parseCanonical(deep)).toThrow(expect.objectContaining({ code: 'too-deep' }));
    expect(() => serialiseCanonical(JSON.parse(deep))).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });

  test('what JSON cannot say is refused, and an absent property is left out', () => {
    for (const value of [undefined, () => 1, 1n, Symbol('a'), new Date(0), new Map(), [undefined]]) {
      expect(() => serialiseCanonical(value)).toThrow(expect.objectContaining({ code: 'not-serialisable' }));
    }
    expect(serialiseCanonical({ b: undefined, a: 1 })).toBe('{"a":1}');
  });
});
