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
    ['Voter ID 73320881AG1191MAM20000', ['other 73320881AG1191MAM20000']],
    ['SSN 156-92-9999 (United States of America)', ['national-id 156-92-9999 USA']],
    ['(a) 1084999, (b) 19820999', ['passport 1084999', 'passport 19820999']],
    ['A31149999 (Malaysian number, issued by the Immigration Department of Malaysia)', ['passport A31149999 MYS']],
    ['German travel document (‘Reiseausweis’) A 0139999 (revoked)', ['passport A 0139999 DEU']],
    ['Expired Moroccan passport No 954999 issued on 28.6.1995', ['passport 954999 MAR']],
    ['Iraq Certificate of Iraqi Nationality 300999', ['national-id 300999 IRQ']],
    ['TR-P 614999', ['passport TR-P 614999']],
    ['"Libya number LY53FP99; issued on 29 September 2015; issued in Tripoli"', ['passport LY53FP99 LBY']],
    ['"563210099 (expired 2018); 654410199 (expired 2019)"', ['passport 563210099', 'passport 654410199']],
    ['5404159999 / 540501999', ['passport 5404159999']],
    ['7729409999 KPP: 772701999', ['passport 7729409999']],
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
