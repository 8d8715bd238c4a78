import type { Sharp } from 'sharp';
import { openDecoder } from './decoder.ts';
import { inspectPhotograph, refuse } from './inspect.ts';

/** More than any camera of a border post makes; a small file may unpack to far more. */
const MOST_PIXELS = 40_000_000;
/** Enough to compare a face by, in pixels. */
const LONGEST_SIDE = 1200;
const LONGEST_SECONDS = 20;

/** A photograph as it is kept: upright, without a word of where and by what it was taken. */
export interface CleanPhotograph {
  jpeg: Buffer;
  width: number;
  height: number;
}

/**
 * Makes a photograph of an uploaded file, or throws a problem: the file is inspected, decoded to its last pixel, turned
 * upright, made smaller where it is large, and encoded anew as sRGB JPEG. Nothing of the file but its pixels is kept.
 */
export async function cleanPhotograph(bytes: Buffer): Promise<CleanPhotograph> {
  inspectPhotograph(bytes);
  return await inTurn(() => decode(bytes));
}

async function decode(bytes: Buffer): Promise<CleanPhotograph> {
  const sharp = await openDecoder();
  const input = sharp(bytes, { failOn: 'warning', limitInputPixels: MOST_PIXELS, pages: 1, sequentialRead: true });
  try {
    const { data, info } = await encode(input.timeout({ seconds: LONGEST_SECONDS }));
    return { jpeg: data, width: info.width, height: info.height };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/pixel limit|exceeds|too large/i.test(message)) {
      refuse('photograph-too-large', 'The picture has more than 40 million pixels.', error);
    }
    if (/timeout/i.test(message)) refuse('photograph-hostile', 'The picture takes too long to decode.', error);
    refuse('photograph-unreadable', 'The picture cannot be decoded to its end; save it anew and try again.', error);
  }
}

function encode(input: Sharp) {
  return input
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
}

let last: Promise<unknown> = Promise.resolve();

/** One picture after another: each may need a few hundred megabytes while it is decoded. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work, work);
  last = result.catch(() => undefined);
  return result;
}
