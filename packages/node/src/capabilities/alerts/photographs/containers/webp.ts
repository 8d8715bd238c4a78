import { type Container, slice } from './container.ts';

/** Chunks that make the picture; any other travels with it (WebP Container Specification). */
const PICTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

/** Whether a file begins as a WebP does. */
export function isWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
}

/** Reads the chunks of a WebP as far as its own length goes. */
export function readWebp(bytes: Buffer): Container {
  const end = 8 + slice(bytes, 4, 4).readUInt32LE();
  slice(bytes, 0, end);
  const metadata: Uint8Array[] = [];
  let animated = false;
  for (let at = 12; at < end; ) {
    const head = slice(bytes, at, 8);
    const type = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const data = slice(bytes, at + 8, length);
    if (!PICTURE.has(type)) metadata.push(data);
    if (type === 'ANIM' || type === 'ANMF') animated = true;
    // Chunks of odd length are padded.
    at += 8 + length + (length % 2);
  }
  return { format: 'webp', metadata, end, animated };
}
