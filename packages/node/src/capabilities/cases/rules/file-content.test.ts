import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusePdf, refuseText } from './file-content.ts';

const pdf = (text: string) => Buffer.from(text, 'latin1');

describe('a PDF', () => {
  test('begins and ends as one', () => {
    expect(refusePdf(pdf('%PDF-1.4\n1 0 obj\n%%EOF'))).toBeUndefined();
    expect(refusePdf(pdf(`%PDF-2.0\n%%EOF\n${' '.repeat(500)}`))).toBeUndefined();
  });

  test.each([
    ['empty', ''],
    ['a page of the web', '<html>%PDF-1.4 %%EOF'],
    ['cut off', '%PDF-1.4\n1 0 obj'],
    ['with much behind its end', `%PDF-1.4\n%%EOF${'x'.repeat(2000)}`],
    ['of a version that is none', '%PDF-9.9\n%%EOF'],
  ])('is none that is %s', (_, text) => expect(refusePdf(pdf(text))).toBe('file-content'));

  test.each(['/JavaScript (app.alert(1))', '<< /S /Launch >>', '/JS 5 0 R'])(
    'that runs something is refused: %s',
    (text) => expect(refusePdf(pdf(`%PDF-1.4\n${text}\n%%EOF`))).toBe('file-hostile'),
  );
});

describe('a text', () => {
  test('is UTF-8 of any script', () => {
    for (const text of ['', 'Hello\r\n\tthere', 'Сводка', '摘要', '\ufeffwith a mark', 'a\fpage']) {
      expect(refuseText(Buffer.from(text))).toBeUndefined();
    }
  });

  test('is none with other bytes or with what steers a terminal', () => {
    for (const bytes of [
      Buffer.of(0xff, 0xfe, 0x41, 0),
      Buffer.from('a\0b'),
      Buffer.from('\u001b[2J'),
      Buffer.of(0xc3),
    ]) {
      expect(refuseText(bytes)).toBe('file-content');
    }
  });
});

test('whatever bytes come, they are taken or refused by name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      for (const refuse of [refusePdf, refuseText]) {
        expect(['undefined', 'file-content', 'file-hostile']).toContain(String(refuse(Buffer.from(bytes))));
      }
    }),
  );
});
