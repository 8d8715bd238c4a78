import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip, type Gunzip } from 'node:zlib';
import { LIMITS, type Limits, ListFileError } from './item.ts';

/** Read at once, in bytes; small, since the desk waits while it is parsed. */
const CHUNK = 1 << 15;

/** One file being read. `bytesRead` counts the bytes of the file on the disk, packed or not. */
export interface ListSource {
  path: string;
  /** The name that places are reported under. */
  name: string;
  bytesRead: number;
  limits: Limits;
  signal: AbortSignal | undefined;
}

export function openSource(path: string, signal?: AbortSignal, limits: Limits = LIMITS): ListSource {
  return { path, name: basename(path).replace(/\.gz$/i, ''), bytesRead: 0, limits, signal };
}

/** The size on the disk, in bytes; refuses what is no readable file. */
export async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new ListFileError('list-unreadable', `${basename(path)} is not a file.`);
    return found.size;
  } catch (error) {
    if (error instanceof ListFileError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'is not there' : code === 'EACCES' ? 'may not be read' : `cannot be read (${code})`;
    throw new ListFileError('list-unreadable', `${basename(path)} ${why}.`, error);
  }
}

/** The unpacked bytes of a file, bounded in size and in how far they swell. Gzip (RFC 1952) is told by its first bytes. */
export async function* readBytes(source: ListSource): AsyncGenerator<Buffer> {
  const size = await sizeOf(source.path);
  if (size === 0) throw new ListFileError('list-empty', `${source.name} is empty.`);
  const packed = await isGzip(source.path);
  const raw = createReadStream(source.path, { highWaterMark: CHUNK, signal: source.signal });
  raw.on('data', (chunk) => {
    source.bytesRead += chunk.length;
  });
  let unpacked = 0;
  const stream = packed ? unpack(raw) : raw;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      source.signal?.throwIfAborted();
      unpacked += chunk.length;
      refuseExcess(source, unpacked, packed);
      yield chunk;
    }
  } catch (error) {
    throw packed ? gzipFault(source, error) : error;
  } finally {
    raw.destroy();
    stream.destroy();
  }
  if (unpacked === 0) throw new ListFileError('list-empty', `${source.name} is empty once unpacked.`);
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function unpack(raw: NodeJS.ReadableStream): Gunzip {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  raw.on('error', (error) => gunzip.destroy(error));
  raw.pipe(gunzip);
  return gunzip;
}

function refuseExcess(source: ListSource, unpacked: number, packed: boolean): void {
  const { file, ratio, packedFree } = source.limits;
  if (unpacked > file) {
    throw new ListFileError(
      'list-too-large',
      `${source.name} is larger than ${file} bytes${packed ? ' unpacked' : ''}.`,
    );
  }
  if (packed && unpacked > packedFree && unpacked > source.bytesRead * ratio) {
    throw new ListFileError(
      'list-hostile',
      `${source.name} unpacks to more than ${ratio} times its size; no list does that.`,
    );
  }
}

function gzipFault(source: ListSource, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'Z_BUF_ERROR') {
    return new ListFileError('list-cut', `${source.name} is cut: the gzip data ends before its end.`, error);
  }
  if (code?.startsWith('Z_')) {
    return new ListFileError('list-damaged', `${source.name} is damaged: its gzip data cannot be unpacked.`, error);
  }
  return error;
}
