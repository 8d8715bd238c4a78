import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { CHARACTERS, GLYPH_HEIGHT, GLYPH_WIDTH, glyphOf, isDrawn } from './font.ts';
import { placeText, watermark } from './watermark.ts';

const TEXT = 'A1B2C3D4 2026-12-01 07:30Z';

async function plain(width: number, height: number, level: number): Promise<Buffer> {
  const background = { r: level, g: level, b: level };
  return await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

async function greyOf(jpeg: Buffer) {
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    at: (x: number, y: number) => data[(y * info.width + x) * info.channels]!,
  };
}

/** Reads the text back from the picture alone: of each character, the glyph whose letter is brighter than its edge. */
async function readBack(jpeg: Buffer): Promise<string[]> {
  const picture = await greyOf(jpeg);
  return placeText(picture, TEXT).map(({ x, y, scale }) => {
    const half = Math.floor(scale / 2);
    const level = (column: number, row: number) => picture.at(x + column * scale + half, y + row * scale + half);
    const scores = SHAPES.map((shape) => ({ character: shape.character, score: contrast(shape, level) }));
    const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
    return best.score < 40 ? ' ' : best.character;
  });
}

/** Where a glyph is drawn, and the edge around it. */
const SHAPES = CHARACTERS.map((character) => {
  const glyph = glyphOf(character);
  const [inside, edge]: [[number, number][], [number, number][]] = [[], []];
  for (let row = -1; row <= GLYPH_HEIGHT; row++) {
    for (let column = -1; column <= GLYPH_WIDTH; column++) {
      const near = [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => isDrawn(glyph, column + dx, row + dy)));
      if (isDrawn(glyph, column, row)) inside.push([column, row]);
      else if (near) edge.push([column, row]);
    }
  }
  return { character, inside, edge };
});

/** How much brighter what the glyph draws is than the edge around it. */
function contrast({ inside, edge }: (typeof SHAPES)[number], level: (column: number, row: number) => number): number {
  if (inside.length === 0) return 0;
  const mean = (cells: [number, number][]) =>
    cells.reduce((sum, [column, row]) => sum + level(column, row), 0) / cells.length;
  return mean(inside) - mean(edge);
}

// Many pixels are looked at, on machines that do much else.
describe('the watermark', { timeout: 60_000 }, () => {
  test.each([
    ['a dark picture', 8],
    ['a grey picture', 128],
    ['a light picture', 250],
  ])('is read back from %s', async (_, level) => {
    const marked = await watermark(await plain(900, 1200, level), TEXT);
    const read = (await readBack(marked)).join('');
    expect(read.length).toBeGreaterThan(TEXT.length * 4);
    expect(read).toContain(TEXT);
    const strip = `${TEXT}   `;
    const expected = Array.from(read, (_character, at) => strip[at % strip.length]).join('');
    expect(read).toBe(expected);
  });

  test.each([
    [1200, 800],
    [800, 1200],
    [300, 400],
    [120, 160],
    [60, 60],
  ])('runs across a picture of %i by %i, so that none of its quarters is without', async (width, height) => {
    const marked = await greyOf(await watermark(await plain(width, height, 128), TEXT));
    for (const left of [0, Math.floor(width / 2)]) {
      for (const top of [0, Math.floor(height / 2)]) {
        let changed = 0;
        for (let y = top; y < top + Math.floor(height / 2); y++) {
          for (let x = left; x < left + Math.floor(width / 2); x++) if (Math.abs(marked.at(x, y) - 128) > 30) changed++;
        }
        expect(changed / ((width / 2) * (height / 2))).toBeGreaterThan(0.03);
      }
    }
  });

  test('leaves most of the face to be compared', async () => {
    const marked = await greyOf(await watermark(await plain(900, 1200, 128), TEXT));
    let changed = 0;
    for (let y = 0; y < 1200; y++) for (let x = 0; x < 900; x++) if (Math.abs(marked.at(x, y) - 128) > 30) changed++;
    expect(changed / (900 * 1200)).toBeLessThan(0.3);
  });

  test('lies in the pixels: the picture is a JPEG of the same size without metadata', async () => {
    const marked = await watermark(await plain(300, 200, 90), TEXT);
    const { format, width, height, exif, xmp, icc } = await sharp(marked).metadata();
    expect({ format, width, height, exif, xmp, icc }).toEqual({ format: 'jpeg', width: 300, height: 200 });
  });

  test('of a grey or a tiny picture is drawn too', async () => {
    const grey = await sharp(await plain(200, 200, 50))
      .greyscale()
      .jpeg()
      .toBuffer();
    expect(await sharp(await watermark(grey, TEXT)).metadata()).toMatchObject({ channels: 3 });
    expect(await sharp(await watermark(await plain(3, 2, 50), TEXT)).metadata()).toMatchObject({ width: 3, height: 2 });
  });

  test('refuses a character that it cannot draw, rather than leave it out', async () => {
    await expect(watermark(await plain(100, 100, 50), 'Ж')).rejects.toThrow(RangeError);
  });
});

describe('the font', () => {
  test('has letters, digits and the marks of a date and a path', () => {
    expect([...CHARACTERS].sort().join('')).toBe(' -./0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  });

  test('draws each character differently, within its frame', () => {
    const drawn = CHARACTERS.map((character) => glyphOf(character).join());
    expect(new Set(drawn).size).toBe(CHARACTERS.length);
    for (const character of CHARACTERS) {
      expect(glyphOf(character)).toHaveLength(GLYPH_HEIGHT);
      for (const row of glyphOf(character)) expect(row).toBeLessThan(2 ** GLYPH_WIDTH);
    }
    expect(glyphOf('a')).toEqual(glyphOf('A'));
  });
});
