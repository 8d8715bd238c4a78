import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './encoding.ts';

const TEXT = 'фамилия;имя\nИзмаилова;Айгүл\n王;伟\n';
const utf16le = Buffer.from(TEXT, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
const textOf = (bytes: Uint8Array) => decodeText(bytes);

describe('the text of a passenger list', () => {
  test('is read as UTF-8 with or without a mark, and as UTF-16 with or without one', () => {
    expect(textOf(Buffer.from(TEXT))).toEqual({ ok: true, text: TEXT, encoding: 'utf-8' });
    expect(textOf(Buffer.from(`\ufeff${TEXT}`))).toEqual({ ok: true, text: TEXT, encoding: 'utf-8' });
    expect(textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]))).toMatchObject({ ok: true, text: TEXT });
    expect(textOf(Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]))).toMatchObject({ ok: true, text: TEXT });
    expect(textOf(utf16le)).toEqual({ ok: true, text: TEXT, encoding: 'utf-16le' });
    expect(textOf(utf16be)).toEqual({ ok: true, text: TEXT, encoding: 'utf-16be' });
  });

  test('in another encoding is refused rather than guessed: one byte taken for another letter is another name', () => {
    const cyrillic = Buffer.from([0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2]);
    expect(textOf(cyrillic)).toEqual({ ok: false, code: 'unknown-encoding' });
    expect(decodeText(cyrillic, 'windows-1251')).toMatchObject({ ok: true, text: 'Иванов' });
    const han = Buffer.from([0xcd, 0xf5, 0xce, 0xb0]);
    expect(textOf(han)).toEqual({ ok: false, code: 'unknown-encoding' });
    expect(decodeText(han, 'gb18030')).toMatchObject({ ok: true, text: '王伟' });
  });

  test('that is none is refused', () => {
    expect(textOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0]))).toMatchObject({ ok: false });
    expect(decodeText(Buffer.from([0xff, 0xff]), 'gb18030')).toEqual({ ok: false, code: 'unknown-encoding' });
  });

  test('comes out as it was written, in UTF-8 whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.includes('\0') && text.isWellFormed() && !text.startsWith('\ufeff'));
        expect(textOf(Buffer.from(text))).toEqual({ ok: true, text, encoding: 'utf-8' });
      }),
    );
  });
});
