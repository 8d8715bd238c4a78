import { BrokenContainer, type Container, slice } from './container.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks that make the picture; any other travels with it (PNG, third edition, 11). */
const PICTURE = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs',
  'bKGD',
  'hIST',
]);

/** Whether a file begins as a PNG does. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);
}

/** Reads the chunks of a PNG to its end. Checksums are the decoder's to verify. */
export function readPng(bytes: Buffer): Container {
  const metadata: Uint8Array[] = [];
  let animated = false;
  let at = SIGNATURE.length;
  for (;;) {
    const head = slice(bytes, at, 8);
    const length = head.readUInt32BE();
    const type = head.toString('latin1', 4);
    if (!/^[A-Za-z]{4}$/.test(type)) throw new BrokenContainer(`no chunk at ${at}`);
    const data = slice(bytes, at + 8, length);
    slice(bytes, at + 8 + length, 4);
    if (!PICTURE.has(type)) metadata.push(data);
    if (type === 'acTL') animated = true;
    at += 12 + length;
    if (type === 'IEND') return { format: 'png', metadata, end: at, animated };
  }
}
