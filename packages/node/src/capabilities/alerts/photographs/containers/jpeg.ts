import { BrokenContainer, type Container, slice } from './container.ts';

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;

/** Whether a file begins as a JPEG does (ITU-T T.81, B.1.1.3). */
export function isJpeg(bytes: Buffer): boolean {
  return bytes.length > 3 && bytes[0] === 0xff && bytes[1] === START_OF_IMAGE && bytes[2] === 0xff;
}

/** Reads the marker segments of a JPEG (ITU-T T.81, B.1.1) to its end of image. */
export function readJpeg(bytes: Buffer): Container {
  const metadata: Uint8Array[] = [];
  let at = 2;
  for (;;) {
    const { marker, next } = readMarker(bytes, at);
    at = next;
    if (marker === END_OF_IMAGE) return { format: 'jpeg', metadata, end: at, animated: false };
    if (isAlone(marker)) continue;
    const length = slice(bytes, at, 2).readUInt16BE();
    if (length < 2) throw new BrokenContainer('a segment shorter than its own length');
    const segment = slice(bytes, at, length);
    if (marker === COMMENT || (marker >= 0xe0 && marker <= 0xef)) metadata.push(segment.subarray(2));
    at += length;
    if (marker === START_OF_SCAN) at = skipScan(bytes, at);
  }
}

/** A marker is 0xFF and a code; fill bytes of 0xFF may come before it. */
function readMarker(bytes: Buffer, from: number): { marker: number; next: number } {
  let at = from;
  if (bytes[at] !== 0xff) throw new BrokenContainer(`no marker at ${at}`);
  while (bytes[at] === 0xff) at++;
  const marker = bytes[at];
  if (marker === undefined || marker === 0) throw new BrokenContainer('no marker before the end');
  return { marker, next: at + 1 };
}

/** RST and TEM stand without a segment. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Entropy-coded data runs to the next marker; 0xFF00 is data, and restart markers stand in it. */
function skipScan(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) throw new BrokenContainer('the picture is cut off');
    const next = bytes[at + 1]!;
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
}
