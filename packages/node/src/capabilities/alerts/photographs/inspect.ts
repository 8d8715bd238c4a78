import { Problem, type ProblemKind } from '../../../platform/problem.ts';
import { ALERTS_PROBLEMS } from '../problems.ts';
import { BrokenContainer, type Container } from './containers/container.ts';
import { isJpeg, readJpeg } from './containers/jpeg.ts';
import { isPng, readPng } from './containers/png.ts';
import { isWebp, readWebp } from './containers/webp.ts';

/** No passport or witness photograph is larger, in bytes. */
export const MOST_BYTES = 8 * 1024 * 1024;

const READERS = [
  { is: isJpeg, read: readJpeg },
  { is: isPng, read: readPng },
  { is: isWebp, read: readWebp },
];

/** What some program would run if it took the picture for something else. */
const PROGRAM = /<script|<\?php|<html|<!doctype|<svg|javascript:|%PDF-/i;

/**
 * Looks at the frame of a file by its real content, whatever its name says, and refuses what no photograph has: other
 * formats, a cut-off end, something behind the picture, a program within its texts, more than `most` bytes.
 */
export function inspectPhotograph(bytes: Buffer, most = MOST_BYTES): Container['format'] {
  if (bytes.length > most) refuse('photograph-too-large', `The file is larger than ${most / 2 ** 20} MiB.`);
  const reader = READERS.find(({ is }) => is(bytes));
  if (!reader) refuse('photograph-unreadable', `The file is no JPEG, PNG or WebP: ${describe(bytes)}.`);
  const { format, metadata, end, animated } = readFrame(reader, bytes);
  if (animated) refuse('photograph-unreadable', 'The file shows several pictures one after another.');
  if (!isPadding(bytes.subarray(end))) refuse('photograph-hostile', 'Something else follows the picture in the file.');
  if (metadata.some((part) => PROGRAM.test(Buffer.from(part).toString('latin1')))) {
    refuse('photograph-hostile', 'The texts within the file hold a program or another document.');
  }
  return format;
}

/** Throws the problem of that code, with a sentence of its own. */
export function refuse(
  code: `photograph-${'unreadable' | 'too-large' | 'hostile'}`,
  detail: string,
  cause?: unknown,
): never {
  const kind: ProblemKind = ALERTS_PROBLEMS[code];
  throw new Problem(kind, { detail, cause });
}

function readFrame({ read }: (typeof READERS)[number], bytes: Buffer): Container {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof BrokenContainer) refuse('photograph-unreadable', 'The file is damaged or cut off.', error);
    throw error;
  }
}

/** Cameras fill up a block with zeros, and append a smaller preview that is a JPEG itself. */
function isPadding(rest: Buffer): boolean {
  const start = rest.findIndex((byte) => byte !== 0);
  if (start < 0) return true;
  const preview = rest.subarray(start);
  if (!isJpeg(preview)) return false;
  try {
    return isPadding(preview.subarray(readJpeg(preview).end));
  } catch {
    return false;
  }
}

/** What the file looks like instead, for the officer who chose it. */
function describe(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 256).trimStart();
  if (bytes.length === 0) return 'it is empty';
  if (head.startsWith('GIF8')) return 'it looks like a GIF';
  if (/^<(\?xml|svg|!doctype svg)/i.test(head)) return 'it looks like an SVG or XML';
  if (head.startsWith('%PDF')) return 'it looks like a PDF';
  if (head.startsWith('BM')) return 'it looks like a BMP';
  if (head.startsWith('PK')) return 'it looks like an archive or an office document';
  if (head.startsWith('II*') || head.startsWith('MM\0*')) return 'it looks like a TIFF or a raw photograph';
  if (head.slice(4, 8) === 'ftyp') return 'it looks like a HEIC, AVIF or a video; save it as JPEG first';
  return 'its first bytes are of another kind';
}
