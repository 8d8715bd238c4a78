import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { CommandError, type Io } from '../command.ts';

/** No officer writes more; far below what would fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A value that is to be a content, and where it stood. */
export interface WrittenContent {
  file: string;
  /** From 0, in the array of the file; none where the file is one object. */
  index: number | undefined;
  value: unknown;
}

/** The values of a file, one object or an array of them; `-` reads standard input. */
export async function readWritten(file: string, io: Io): Promise<WrittenContent[]> {
  const value = parse(await readWhole(file, io), file);
  if (!Array.isArray(value)) return [{ file, index: undefined, value }];
  if (value.length === 0) throw new CommandError(`${file} holds no content`);
  return value.map((one: unknown, index) => ({ file, index, value: one }));
}

async function readWhole(file: string, io: Io): Promise<Buffer> {
  try {
    const bytes = file === '-' ? await buffer(io.stdin) : await readFile(file);
    if (bytes.length > MOST_BYTES) throw new CommandError(`${file} is larger than ${MOST_BYTES} bytes`);
    return bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code ? new CommandError(`${file} cannot be read (${code})`) : error;
  }
}

function parse(bytes: Buffer, file: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
