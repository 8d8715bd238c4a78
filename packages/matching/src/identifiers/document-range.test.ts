import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ranges from '../../../../vectors/identifiers/ranges.json' with { type: 'json' };
import { holdsNumber, readDocumentRange } from './document-range.ts';

describe('a range of blank documents', () => {
  test.each(ranges.read)('$prefix $from to $to is read, and counted', ({ range, size, ...written }) => {
    expect(readDocumentRange(written)).toEqual({ ok: true, range, size });
  });

  test.each(ranges.refused)('$prefix $from to $to is refused: $code', ({ code, ...written }) => {
    expect(readDocumentRange(written)).toEqual({ ok: false, code });
  });

  test.each(ranges.holds)(
    '$range.prefix $range.from to $range.to holds $number: $holds',
    ({ range, number, holds }) => {
      const read = readDocumentRange(range);
      expect(read.ok && holdsNumber(read.range, number)).toBe(holds);
    },
  );

  test('holds as many numbers as it says, and no neighbour', () => {
    const range = fc.record({
      prefix: fc.stringMatching(/^[A-Z]{0,2}[0-9]{0,2}$/),
      first: fc.nat(9_000),
      more: fc.nat(300),
      width: fc.integer({ min: 4, max: 7 }),
    });
    fc.assert(
      fc.property(range, ({ prefix, first, more, width }) => {
        const write = (number: number) => String(number).padStart(width, '0');
        const read = readDocumentRange({ prefix, from: write(first), to: write(first + more) });
        if (!read.ok) throw new Error(read.code);
        const near = Array.from({ length: more + 3 }, (_, at) => first - 1 + at).filter((number) => number >= 0);
        const held = near.filter((number) => holdsNumber(read.range, prefix + write(number)));
        expect(held).toHaveLength(read.size);
        expect([held[0], held.at(-1)]).toEqual([first, first + more]);
      }),
    );
  });

  test('whatever is written, there is a range or a reason', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 30 }),
      fc.constantFrom('1'.repeat(10_000), '\ud800', 'ﷺ'.repeat(20), '⒇'.repeat(20)),
    );
    fc.assert(
      fc.property(text, text, text, (prefix, from, to) => {
        const read = readDocumentRange({ prefix, from, to });
        if (!read.ok) expect(read.code).toMatch(/^[a-z-]+$/);
        else expect(readDocumentRange(read.range)).toEqual(read);
      }),
    );
  });
});
