import { isUtf8 } from 'node:buffer';
import { ListFileError } from './item.ts';
import { because, type Reason } from './reasons.ts';
import { type ListSource, openSource, readBytes } from './source.ts';

const NEWLINE = 0x0a;
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** A stretch of text, and what had to be put right to read it: the line (first is 1) and why. */
export interface TextChunk {
  text: string;
  repairs: { line: number; reason: Reason }[];
}

/**
 * The text of a file. Lists are UTF-8; UTF-16 with its mark is read as such, and a line that is no
 * UTF-8 is read as windows-1252, each with a repair to report. Binary files are refused.
 */
export async function* readText(source: ListSource): AsyncGenerator<TextChunk> {
  let decoder: Utf8Lines | Utf16 | undefined;
  for await (const bytes of readBytes(source)) {
    decoder ??= chooseDecoder(bytes);
    const chunk = decoder.write(bytes);
    if (chunk.text.includes('\0')) {
      throw new ListFileError('list-wrong-format', `${source.name} is a binary file, not a list.`);
    }
    if (chunk.text) yield chunk;
  }
  const rest = decoder?.end();
  if (rest?.text) yield rest;
}

/** The beginning of a file's text, for telling what it is. */
export async function headOf({ path, signal, limits }: ListSource): Promise<string> {
  for await (const chunk of readText(openSource(path, signal, limits))) {
    if (chunk.text.trim() !== '') return chunk.text;
  }
  return '';
}

function chooseDecoder(first: Buffer): Utf8Lines | Utf16 {
  if (first[0] === 0xff && first[1] === 0xfe) return new Utf16('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new Utf16('utf-16be');
  return new Utf8Lines();
}

class Utf16 {
  readonly #decoder: TextDecoder;
  #told = false;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#decoder = new TextDecoder(encoding);
  }

  write(bytes: Buffer): TextChunk {
    const repairs = this.#told ? [] : [{ line: 1, reason: because('read-as-utf-16') }];
    this.#told = true;
    return { text: this.#decoder.decode(bytes, { stream: true }), repairs };
  }

  end(): TextChunk {
    return { text: this.#decoder.decode(), repairs: [] };
  }
}

/** Decodes whole lines where it can, so that one bad line harms only itself. */
class Utf8Lines {
  #held = Buffer.alloc(0);
  #line = 1;
  #first = true;

  write(bytes: Buffer): TextChunk {
    const all = this.#held.length > 0 ? Buffer.concat([this.#held, bytes]) : bytes;
    const cut = safeCut(all);
    this.#held = Buffer.from(all.subarray(cut));
    return this.#decode(all.subarray(0, cut));
  }

  end(): TextChunk {
    return this.#decode(this.#held);
  }

  #decode(bytes: Buffer): TextChunk {
    const start = this.#first && bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
    if (bytes.length > 0) this.#first = false;
    const body = bytes.subarray(start);
    if (isUtf8(body)) {
      const text = body.toString('utf8');
      this.#line += countNewlines(body);
      return { text, repairs: [] };
    }
    return this.#repair(body);
  }

  #repair(bytes: Buffer): TextChunk {
    const repairs: TextChunk['repairs'] = [];
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const newline = bytes.indexOf(NEWLINE, at);
      const line = bytes.subarray(at, newline < 0 ? bytes.length : newline + 1);
      if (isUtf8(line)) {
        text += line.toString('utf8');
      } else {
        text += WINDOWS_1252.decode(line);
        repairs.push({ line: this.#line, reason: because('read-as-windows-1252') });
      }
      if (newline >= 0) this.#line += 1;
      at += line.length;
    }
    return { text, repairs };
  }
}

/** Where to cut so that no line is broken or, in a file of one line, no character. */
function safeCut(bytes: Buffer): number {
  const newline = bytes.lastIndexOf(NEWLINE);
  if (newline >= 0 && bytes.length - newline <= 1 << 16) return newline + 1;
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
