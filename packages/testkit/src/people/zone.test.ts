import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLEAN_TRAVELLER_ZONE, DOCUMENT_HIT_ZONE, NAME_HIT_ZONE, NAMESAKE_ZONE } from './demonstration-people.ts';
import { checkDigit, writeTd1, writeTd3, type ZoneFields } from './zone.ts';

/** The specimen printed in ICAO Doc 9303-4, appendix A, and in Doc 9303-5, appendix B. */
const SPECIMEN: ZoneFields = {
  issuer: 'UTO',
  nationality: 'UTO',
  family: 'Eriksson',
  given: 'Anna Maria',
  number: 'L898902C3',
  birthDate: '1974-08-12',
  sex: 'female',
  expiryDate: '2012-04-15',
  optional: 'ZE184226B',
};

describe('zones', () => {
  test('the passport specimen is written as ICAO prints it', () => {
    expect(writeTd3(SPECIMEN)).toBe(
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
    );
  });

  test('the identity card specimen is written as ICAO prints it', () => {
    expect(writeTd1({ ...SPECIMEN, number: 'D23145890', optional: '' })).toBe(
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    );
  });

  test('a changed character changes its check digit', () => {
    const field = fc.stringMatching(/^[A-Z0-9]{9}$/);
    fc.assert(
      fc.property(field, fc.nat(8), (text, at) => {
        const digit = Number(text[at]);
        const changed = `${text.slice(0, at)}${Number.isNaN(digit) ? '0' : (digit + 1) % 10}${text.slice(at + 1)}`;
        const [before, after] = [text, changed].map((each) => Number.parseInt(each[at] as string, 36) % 10);
        return before === after || checkDigit(text) !== checkDigit(changed);
      }),
    );
  });

  test('the zones the README shows have the lines and check digits of their formats', () => {
    for (const zone of [CLEAN_TRAVELLER_ZONE, DOCUMENT_HIT_ZONE, NAME_HIT_ZONE]) {
      const [, lower = ''] = zone.split('\n');
      expect(zone.split('\n').map((line) => line.length)).toEqual([44, 44]);
      expect(lower[9]).toBe(checkDigit(lower.slice(0, 9)));
      expect(lower[19]).toBe(checkDigit(lower.slice(13, 19)));
      expect(lower[27]).toBe(checkDigit(lower.slice(21, 27)));
      expect(lower[43]).toBe(checkDigit(lower.slice(0, 10) + lower.slice(13, 20) + lower.slice(21, 43)));
    }
    expect(NAMESAKE_ZONE.split('\n').map((line) => line.length)).toEqual([30, 30, 30]);
  });
});
