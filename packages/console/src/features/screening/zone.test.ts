import { describe, expect, test } from 'vitest';
import { readZone } from './zone.ts';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

describe('the zone in the field', () => {
  test('two lines of a passport are whole', () => {
    expect(readZone(TD3.join('\n'))).toEqual({ lines: TD3, expected: 2, whole: true, relaid: false });
  });

  test('three lines of a card are whole; two of them are not', () => {
    expect(readZone(TD1.join('\r\n'))?.whole).toBe(true);
    expect(readZone(TD1.slice(0, 2).join('\n'))).toMatchObject({ expected: 3, whole: false });
  });

  test('lines sent without a break are cut where they end', () => {
    expect(readZone(TD3.join(''))).toMatchObject({ lines: TD3, whole: true });
    expect(readZone(TD1.join(''))).toMatchObject({ lines: TD1, whole: true });
  });

  test('a line that lost a character is a zone, but not whole', () => {
    expect(readZone(`${TD3[0]}\n${TD3[1]!.slice(1)}`)).toMatchObject({ expected: 2, whole: false });
  });

  test('a scan through a Russian keyboard layout is put back', () => {
    const typed = 'ЗБГЕЩУКШЛЫЫЩТББФТТФБЬФКШФБББББББББББББББББББ\nД898902С36ГЕЩ7408122А1204159ЯУ184226ИБББББ10';
    expect(readZone(typed)).toEqual({ lines: TD3, expected: 2, whole: true, relaid: true });
  });

  test.each([
    'Иванов Пётр',
    'ИВАНОВ',
    'N1234567',
    '张伟',
    'محمد',
    '',
    'Abdul <the elder>',
    'ABDURRAHMANGULMUHAMMADOVICHRAHIMOV',
  ])('%j is no zone', (text) => {
    expect(readZone(text)).toBeNull();
  });
});
