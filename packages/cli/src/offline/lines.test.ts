import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Line, readLines } from './lines.ts';

async function linesOf(text: string, chunk: number, longest = 100): Promise<Line[]> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, at) =>
    bytes.subarray(at * chunk, (at + 1) * chunk),
  );
  return await Array.fromAsync(
    readLines(
      (async function* () {
        yield* pieces;
      })(),
      longest,
    ),
  );
}

test('lines are the same however the bytes arrive, also within a letter', async () => {
  const text = '\ufeffодин\r\nдва\n\n  \nтри 三';
  const expected = [
    { number: 1, text: 'один' },
    { number: 2, text: 'два' },
    { number: 5, text: 'три 三' },
  ];
  for (const chunk of [1, 2, 3, 7, 100]) expect(await linesOf(text, chunk)).toEqual(expected);
});

test('a line too long is passed over, and the next is read', async () => {
  for (const chunk of [1, 10, 1000]) {
    expect(await linesOf(`${'x'.repeat(500)}\nshort\n`, chunk)).toEqual([
      { number: 1, tooLong: true },
      { number: 2, text: 'short' },
    ]);
  }
});

test('every line that is not blank comes out once, with its number', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\n\ufeff]/g, ''));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), async (lines, chunk) => {
      const expected = lines.map((text, at) => ({ number: at + 1, text })).filter(({ text }) => text.trim() !== '');
      expect(await linesOf(lines.join('\n'), chunk)).toEqual(expected);
    }),
  );
});
