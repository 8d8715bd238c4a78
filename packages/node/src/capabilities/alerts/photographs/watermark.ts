import { openDecoder } from './decoder.ts';
import { GLYPH_HEIGHT, GLYPH_WIDTH, glyphOf, isDrawn } from './font.ts';

/** A picture as rows of red, green and blue, a byte each. */
interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** How much of the picture a pixel of the text covers: the letter in white, its edge in black. */
const LETTER = { level: 255, cover: 0.62 };
const EDGE = { level: 0, cover: 0.55 };

/** Room between characters, and between the repetitions of the text, in pixels of the font. */
const ADVANCE = GLYPH_WIDTH + 2;
const GAP = '   ';

/**
 * Burns a text into the picture, row upon row, so that a copy of any part of it tells whose screen it was taken from.
 * White letters with black edges are read on light and dark. Takes letters, digits and `:-./ `; gives JPEG.
 */
export async function watermark(jpeg: Buffer, text: string): Promise<Buffer> {
  const sharp = await openDecoder();
  const { data, info } = await sharp(jpeg, { failOn: 'warning' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture: Pixels = { data, width: info.width, height: info.height };
  for (const { x, y, character, scale } of placeText(picture, text)) drawCharacter(picture, character, x, y, scale);
  const { width, height } = picture;
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** A character of the text where it stands in the picture; `scale` is how many pixels one of the font takes. */
export interface PlacedCharacter {
  character: string;
  x: number;
  y: number;
  scale: number;
}

/**
 * Where each character goes. The text runs on from row to row, so that a picture narrower than the text still holds it
 * whole, and rows stand close enough that a face is never cut out between two of them.
 */
export function placeText({ width, height }: Pick<Pixels, 'width' | 'height'>, text: string): PlacedCharacter[] {
  const scale = Math.max(1, Math.round(Math.max(width, height) / 500));
  const strip = text + GAP;
  const perRow = Math.max(1, Math.floor((width - 2 * scale) / (ADVANCE * scale)));
  const rowStep = Math.max((GLYPH_HEIGHT + 4) * scale, Math.min(Math.floor(height / 6), GLYPH_HEIGHT * 6 * scale));
  const placed: PlacedCharacter[] = [];
  let next = 0;
  for (let y = 2 * scale; y + GLYPH_HEIGHT * scale <= height - scale || y === 2 * scale; y += rowStep) {
    for (let column = 0; column < perRow; column++) {
      const character = strip[next++ % strip.length]!;
      placed.push({ character, x: scale + column * ADVANCE * scale + scale, y, scale });
    }
  }
  return placed;
}

function drawCharacter(picture: Pixels, character: string, left: number, top: number, scale: number): void {
  const glyph = glyphOf(character);
  for (let y = -1; y <= GLYPH_HEIGHT; y++) {
    for (let x = -1; x <= GLYPH_WIDTH; x++) {
      const paint = isDrawn(glyph, x, y) ? LETTER : touches(glyph, x, y) ? EDGE : undefined;
      if (paint) fill(picture, left + x * scale, top + y * scale, scale, paint);
    }
  }
}

function touches(glyph: ReturnType<typeof glyphOf>, x: number, y: number): boolean {
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) if (isDrawn(glyph, x + dx, y + dy)) return true;
  return false;
}

/** Lays a shade over a square of the picture, as far as it lies within it. */
function fill({ data, width, height }: Pixels, left: number, top: number, side: number, paint: typeof LETTER): void {
  for (let y = Math.max(0, top); y < Math.min(height, top + side); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, left + side); x++) {
      const at = (y * width + x) * 3;
      for (let channel = at; channel < at + 3; channel++) {
        data[channel] = Math.round(data[channel]! * (1 - paint.cover) + paint.level * paint.cover);
      }
    }
  }
}
