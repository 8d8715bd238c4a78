import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocuments } from './documents.ts';

const read = (text: string) =>
  readDocuments(text, 'passport').map(({ type, number, country }) => [type, number, country].filter(Boolean).join(' '));

describe('documents of a free field', () => {
  test.each([
    ['381420754', ['passport 381420754']],
    ['472320665; 563120356', ['passport 472320665', 'passport 563120356']],
    ['MP 3413113 and MP 2387911', ['passport MP 3413113', 'passport MP 2387911']],
    ['563410081 / 472410022', ['passport 563410081', 'passport 472410022']],
    ['Libya number FK117RK0, issued on 25 Nov. 2018, issued in Tripoli', ['passport FK117RK0 LBY']],
    ['Libya B/002210', ['passport B/002210 LBY']],
    ['PS 472330208 (expires 4.7.2017)', ['passport PS 472330208']],
    ['381420754, expires on 4.7.2017', ['passport 381420754']],
    [
      '(a) Philippines number EC6530802 (expires 19.1.2021), (b) Philippines number EB2778599',
      ['passport EC6530802 PHL', 'passport EB2778599 PHL'],
    ],
    [
      'a) Jordan 654781 (approximately issued in 2009) b) Jordan 286062 (issued on 5.4.1999)',
      ['passport 654781 JOR', 'passport 286062 JOR'],
    ],
    ['27082171 (United States of America (Issued on 21 June 1992 in Amman, Jordan))', ['passport 27082171 USA']],
    ['216040 (Yemen identity card number)', ['national-id 216040 YEM']],
    ['Diplomatic Passport: Z30321794', ['passport Z30321794']],
    ['', []],
    ['unknown', []],
  ])('%s', (text, documents) => {
    expect(read(text)).toEqual(documents);
  });

  test('no text makes the reading fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const { number } of readDocuments(text, 'passport')) expect(number).toMatch(/\d/);
      }),
    );
  });
});
