/** A line of a file, or the fact that it is longer than anyone would write by intent. */
export type Line = { number: number; text: string } | { number: number; tooLong: true };

/**
 * The lines of a UTF-8 stream, without their ends (LF or CRLF) and without blank ones; a byte order mark is skipped.
 * A line of more than `longest` characters is passed over without being held.
 */
export async function* readLines(stream: AsyncIterable<Uint8Array | string>, longest: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let overrun = false;
  let number = 0;

  const finish = (tail: string): Line | undefined => {
    number += 1;
    const text = (rest + tail).replace(/\r$/, '');
    const tooLong = overrun || text.length > longest;
    rest = '';
    overrun = false;
    if (tooLong) return { number, tooLong };
    return text.trim() === '' ? undefined : { number, text };
  };

  for await (const chunk of stream) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      const line = finish(piece);
      if (line) yield line;
    }
    if (overrun || rest.length + last.length > longest) {
      overrun = true;
      rest = '';
    } else rest += last;
  }
  const line = finish(decoder.decode());
  if (line) yield line;
}
