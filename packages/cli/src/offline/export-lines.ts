import { createReadStream } from 'node:fs';
import { Refusal } from '@entente/crypto/refusal';

/** Far more than any record; a longer line is no line of ours, and would fill the memory. */
const LONGEST_LINE = 16 * 1024 * 1024;

const NEWLINE = 0x0a;

/** The lines of a file, one at a time. Bytes that are not UTF-8 and endless lines are refused with their number. */
export async function* readExportLines(file: string): AsyncGenerator<{ number: number; text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  let pieces: Buffer[] = [];
  let length = 0;
  const finish = () => {
    const line = Buffer.concat(pieces);
    pieces = [];
    length = 0;
    number++;
    try {
      return { number, text: decoder.decode(line) };
    } catch {
      throw new Refusal('not-json', `line ${number}: the bytes are not UTF-8`);
    }
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      pieces.push(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > LONGEST_LINE) throw new Refusal('not-json', `line ${number + 1} is longer than any record`);
  }
  if (length > 0) throw new Refusal('not-json', `line ${number + 1} is cut off: the file ends without a newline`);
}
