import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName } from './file-name.ts';

describe('a file', () => {
  test.each([
    ['fingerprints.pdf', 'application/pdf', 'fingerprints.pdf'],
    ['Отпечатки пальцев.PDF', 'application/pdf', 'Отпечатки пальцев.pdf'],
    ['指纹.png', 'image/png', '指纹.png'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['run.exe', 'image/jpeg', 'run.exe.jpg'],
    ['picture.gpj.exe\u202e', 'image/jpeg', 'picture.gpj.exe.jpg'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\secret\\list.csv', 'text/plain', 'list.csv'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['a"b\r\nset-cookie: x.txt', 'text/plain', 'abset-cookie x.txt'],
    ['', 'application/pdf', 'file.pdf'],
    ['\u200b\ud800.pdf', 'application/pdf', '\ufffd.pdf'],
    ['x', 'text/html', 'x.bin'],
  ])('called %j, of %s, is %j here', (given, mediaType, name) => expect(fileName(given, mediaType)).toBe(name));

  test('has a name that no folder, no line and no direction is in, and that is the same the second time', () => {
    const types = fc.constantFrom('application/pdf', 'image/jpeg', 'image/png', 'text/plain', 'application/zip');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), types, (given, mediaType) => {
        const name = fileName(given, mediaType);
        expect(name).toMatch(/^[^\p{Cc}\p{Cf}/\\]+\.[a-z]+$/u);
        expect(name.isWellFormed()).toBe(true);
        expect([...name].length).toBeLessThanOrEqual(130);
        expect(fileName(name, mediaType)).toBe(name);
      }),
    );
  });
});
