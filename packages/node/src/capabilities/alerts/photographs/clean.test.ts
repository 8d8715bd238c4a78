import { crc32, deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../../platform/problem.ts';
import { cleanPhotograph } from './clean.ts';
import { MOST_BYTES } from './inspect.ts';

/** A picture with something on it: red above, blue below, and a grain that compresses badly. */
function picture(width = 320, height = 240, grain = 20) {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const upper = at < (width * height) / 2;
    data.fill((at * 7919) % (grain + 1), at * 3, at * 3 + 3);
    data[at * 3 + (upper ? 0 : 2)] = 220;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Milliseconds: pictures are decoded one after another, on machines that do much else. */
const SLOW = 60_000;

const GPS = { IFD0: { Make: 'Camera', ImageDescription: 'at home' }, IFD3: { GPSLatitude: '43/1 14/1 0/1' } };

async function refusalOf(bytes: Buffer): Promise<string> {
  try {
    await cleanPhotograph(bytes);
    return 'accepted';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

const jpeg = await picture().jpeg().toBuffer();
const png = await picture().png().toBuffer();
const webp = await picture().webp().toBuffer();
const preview = await picture(80, 60).jpeg().toBuffer();
const twoFrames = { width: 60, height: 120, channels: 3, pageHeight: 60 } as const;
const film = await sharp(Buffer.from(Array.from({ length: 21_600 }, (_, at) => (at < 10_800 ? 9 : 200))), {
  raw: twoFrames,
})
  .webp()
  .toBuffer();

describe('a photograph', { timeout: SLOW }, () => {
  test.each([
    ['JPEG', async () => jpeg],
    ['progressive JPEG', () => picture().jpeg({ progressive: true }).toBuffer()],
    ['grey JPEG', () => picture().greyscale().jpeg().toBuffer()],
    ['CMYK JPEG', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['PNG', async () => png],
    ['PNG with a palette', () => picture().png({ palette: true }).toBuffer()],
    ['PNG of 16 bits', () => picture().toColourspace('rgb16').png().toBuffer()],
    ['WebP', async () => webp],
    ['lossless WebP', () => picture().webp({ lossless: true }).toBuffer()],
    ['JPEG filled up with zeros', async () => Buffer.concat([jpeg, Buffer.alloc(512)])],
    ['JPEG with its preview behind it', async () => Buffer.concat([jpeg, preview])],
  ])('is made of a %s', async (_, make) => {
    const clean = await cleanPhotograph(await make());
    expect(clean).toMatchObject({ width: 320, height: 240 });
    const { format, channels, space } = await sharp(clean.jpeg).metadata();
    expect({ format, channels, space }).toEqual({ format: 'jpeg', channels: 3, space: 'srgb' });
  });

  test('keeps nothing of where and by what it was taken', async () => {
    const taken = await picture().withExif(GPS).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg().toBuffer();
    expect(taken.includes('at home')).toBe(true);
    const clean = await cleanPhotograph(taken);
    const { exif, xmp, iptc, icc, orientation } = await sharp(clean.jpeg).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual(Array(5).fill(undefined));
    expect(clean.jpeg.includes('at home')).toBe(false);
    expect(clean.jpeg.includes('Exif')).toBe(false);
  });

  test('stands upright, however the camera was held', async () => {
    const turned = await picture(200, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const clean = await cleanPhotograph(turned);
    expect(clean).toMatchObject({ width: 100, height: 200 });
    // What lay above is right of the middle once a quarter turn has put the picture upright.
    const { data, info } = await sharp(clean.jpeg).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    expect(at(90, 100)[0]).toBeGreaterThan(150);
    expect(at(10, 100)[2]).toBeGreaterThan(150);
  });

  test('is made smaller where it is large, and never larger', async () => {
    const large = await cleanPhotograph(await picture(3000, 1500).jpeg().toBuffer());
    expect(large).toMatchObject({ width: 1200, height: 600 });
    const small = await cleanPhotograph(await picture(40, 50).png().toBuffer());
    expect(small).toMatchObject({ width: 40, height: 50 });
  });

  test('has a white ground where it had none', async () => {
    const clear = {
      create: { width: 60, height: 60, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    };
    const clean = await cleanPhotograph(await sharp(clear).png().toBuffer());
    expect([...(await sharp(clean.jpeg).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test('of many at once, each is its own', async () => {
    const sizes = [60, 70, 80, 90];
    const clean = await Promise.all(
      sizes.map(async (size) => cleanPhotograph(await picture(size, size).png().toBuffer())),
    );
    expect(clean.map(({ width }) => width)).toEqual(sizes);
  });
});

describe('no photograph', { timeout: SLOW }, () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('This is no picture.')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    [
      'an SVG that asks for a file',
      Buffer.from('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'),
    ],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['a TIFF', Buffer.from('II*\0\x08\0\0\0\0\0', 'latin1')],
    ['an archive', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1')],
    ['the first bytes of a JPEG before a text', Buffer.concat([jpeg.subarray(0, 20), Buffer.from('not a picture')])],
    ['a PNG whose bytes were changed', flipped(png)],
    ['a WebP of several pictures', film],
  ])('is %s', async (_, bytes) => expect(await refusalOf(bytes)).toBe('photograph-unreadable'));

  test.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['WebP', webp],
  ])('is a %s cut off anywhere', async (_, bytes) => {
    for (let part = 1; part < 20; part++) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 20));
      expect(await refusalOf(cut)).toBe('photograph-unreadable');
    }
    expect(await refusalOf(bytes.subarray(0, -1))).toBe('photograph-unreadable');
  });

  test('is a JPEG that ends in the middle but says that it ends there', async () => {
    const cut = Buffer.concat([jpeg.subarray(0, Math.floor(jpeg.length / 2)), Buffer.from([0xff, 0xd9])]);
    expect(await refusalOf(cut)).toBe('photograph-unreadable');
  });
});

describe('a photograph too large', { timeout: SLOW }, () => {
  test('by its bytes', async () => {
    expect(await refusalOf(Buffer.concat([jpeg, Buffer.alloc(MOST_BYTES)]))).toBe('photograph-too-large');
  });

  test('by its pixels, however few its bytes', async () => {
    const bomb = pngBomb(7000, 7000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(bomb)).toBe('photograph-too-large');
    const background = { r: 90, g: 90, b: 90 };
    const huge = sharp({ create: { width: 8000, height: 5001, channels: 3, background } });
    expect(await refusalOf(await huge.jpeg({ quality: 10 }).toBuffer())).toBe('photograph-too-large');
  });

  test('is taken up to forty million pixels, and made smaller', async () => {
    expect(await cleanPhotograph(pngBomb(8000, 5000))).toMatchObject({ width: 1200, height: 750 });
  });

  test('by what its head claims, whatever follows', async () => {
    const claims = Buffer.from(png);
    claims.writeUInt32BE(0x7fffffff, 16);
    claims.writeUInt32BE(0x7fffffff, 20);
    expect(['photograph-too-large', 'photograph-unreadable']).toContain(await refusalOf(claims));
  });
});

describe('a hostile file', () => {
  test.each([
    ['an archive behind a JPEG', Buffer.concat([jpeg, Buffer.from('PK\x03\x04…PK\x05\x06', 'latin1')])],
    ['a page behind a JPEG', Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')])],
    ['a video behind a JPEG', Buffer.concat([jpeg, Buffer.from('\0\0\0\x18ftypmp42', 'latin1')])],
    ['a program behind a PNG', Buffer.concat([png, Buffer.from('MZ\x90\0')])],
    ['an archive behind a WebP', Buffer.concat([webp, Buffer.from('PK\x05\x06')])],
    ['a page behind a preview', Buffer.concat([jpeg, jpeg, Buffer.from('<html>')])],
    ['a PDF within a comment of a JPEG', withComment('%PDF-1.4 1 0 obj')],
    ['a script within a comment of a JPEG', withComment('<ScRiPt src=//evil.example>')],
    ['a script in the texts of a PNG', withText('<?php system($_GET["c"]); ?>')],
  ])('is refused: %s', async (_, bytes) => expect(await refusalOf(bytes)).toBe('photograph-hostile'));
});

describe('a file damaged anyhow', { timeout: SLOW }, () => {
  test('is taken or refused by name, and never brings the node to a fault', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(jpeg, png, webp), damage, async (whole, changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        expect(await refusalOf(bytes)).toMatch(/^(accepted|photograph-(unreadable|too-large|hostile))$/);
      }),
      { numRuns: 150 },
    );
  });
});

/** The same JPEG with a comment after its first marker. */
function withComment(text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(text, 'latin1'), jpeg.subarray(2)]);
}

/** The same PNG with a text chunk after its header. */
function withText(text: string): Buffer {
  return Buffer.concat([
    png.subarray(0, 33),
    chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')),
    png.subarray(33),
  ]);
}

function flipped(bytes: Buffer): Buffer {
  const spoiled = Buffer.from(bytes);
  for (let at = 60; at < 90; at++) spoiled[at] = spoiled[at]! ^ 0xff;
  return spoiled;
}

/** A grey PNG of nothing, which a few bytes unpack to. */
function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, sum]);
}
