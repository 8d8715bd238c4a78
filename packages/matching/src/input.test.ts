import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInput } from './input.ts';

/** Any UTF-16 unit, half surrogate pairs among them. */
const ANY_UNIT = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));

const TODAY = '2018-06-10';
const PASSPORT = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';

describe("the desk's one field", () => {
  test.each([PASSPORT, PASSPORT.toLowerCase(), PASSPORT.replace('\n', ''), PASSPORT.replaceAll('<', ' <')])(
    'a scanned zone is a zone',
    (text) => {
      expect(readInput(text, TODAY)).toMatchObject({ kind: 'mrz', reading: { family: 'ERIKSSON' } });
    },
  );

  test('a zone that cannot be read says so, and is not searched as a name', () => {
    expect(readInput('P<UTOERIK', TODAY)).toEqual({ kind: 'unreadable', code: 'broken-zone' });
  });

  test.each(['45 08 123456', 'AB1234567', 'N 12345678', 'АВ 123456', '12345-67890'])(
    '%s is a document number',
    (text) => {
      expect(readInput(text, TODAY)).toMatchObject({ kind: 'document', number: text });
    },
  );

  test('a number sign and digits of another script are read', () => {
    expect(readInput('№ ۱۲۳۴۵۶', TODAY)).toEqual({ kind: 'document', number: '123456' });
  });

  test('a document number may be followed by its issuer', () => {
    expect(readInput('N12345678 KAZ', TODAY)).toEqual({ kind: 'document', number: 'N12345678', country: 'KAZ' });
  });

  test.each([
    '71 1234567',
    '712345678',
    'E12345678',
    'MP1234567',
    'J8369854',
    'FA 1234567',
    '9074728',
    'GX100-1234567',
  ])('%s, as passports and cards of the region are numbered, is a document number and nothing else', (text) => {
    expect(readInput(text, TODAY)).toEqual({ kind: 'document', number: text });
  });

  test.each([
    ['А123ВС77', ['plate', 'document']],
    ['123 ABC 01', ['plate', 'document']],
    ['123ABC01 KZ', ['plate', 'document']],
    ['01 KG 123 ABC', ['plate', 'document']],
    ['01 A 123 BC', ['plate', 'document']],
    ['1234 AB 01', ['plate', 'document']],
    ['1234 AB-7', ['plate', 'document']],
    ['DL 3C AB 1234', ['plate', 'document']],
    ['DL 3C AB 1971', ['plate', 'document']],
    ['ABC-123', ['plate', 'document']],
    ['LEA-1971', ['plate', 'document']],
    ['1234 УБА', ['plate', 'document']],
    ['京A·12345', ['plate']],
    ['京AD12345', ['plate']],
    ['粤Z1234港', ['plate']],
    ['12ب345-67', ['plate']],
    ['1G4AH59H45G118341', ['vin', 'document']],
    ['WVW ZZZ 1JZ 3W 386752', ['vin', 'document']],
    ['CSQU 305438 3', ['container', 'document']],
    ['VT-ABC', ['aircraft-registration']],
    ['UP-B3701', ['aircraft-registration', 'plate', 'document']],
    ['N123AB', ['plate', 'aircraft-registration', 'document']],
  ])('%s is a number of any of %s', (text, schemes) => {
    expect(readInput(text, TODAY)).toEqual({ kind: 'number', value: text, schemes });
  });

  test.each([
    ['9074729', ['document', 'imo']],
    ['RA-12345', ['document', 'aircraft-registration']],
    ['АВ 1234 77', ['document', 'plate']],
    ['AB 1234-7', ['document', 'plate']],
    ['LEA-17-1234', ['document', 'plate']],
  ])('%s is a document number first, and one of any of %s', (text, schemes) => {
    expect(readInput(text, TODAY)).toEqual({ kind: 'number', value: text, schemes });
  });

  test.each([
    ['IMO 9074729', 'imo'],
    ['ИМО 9074729', 'imo'],
    ['VIN 1G4AH59H45G118341', 'vin'],
    ['mmsi: 422 038 300', 'mmsi'],
    ['ICAO 43C6A1', 'icao-address'],
  ])('%s says itself what it is', (text, scheme) => {
    expect(readInput(text, TODAY)).toEqual({ kind: 'number', value: text, schemes: [scheme] });
  });

  test.each([
    ['A123BC77 DEU', 'A123BC77', 'DEU'],
    ['А 123 ВС 77 Россия', 'А 123 ВС 77', 'RUS'],
    ['京A12345 中国', '京A12345', 'CHN'],
  ])('%s is a plate and its state', (text, value, country) => {
    expect(readInput(text, TODAY)).toMatchObject({ kind: 'number', value, country });
  });

  test.each(['01 A 123 BG', '01 KG 123 UZB', '01 123 KAZ', '1234 УБА', 'A 123 RUS'])(
    'the last letters of the plate %s are no state',
    (text) => {
      const reading = readInput(text, TODAY);
      expect(reading).toMatchObject({ kind: 'number', value: text });
      expect(reading).not.toHaveProperty('country');
    },
  );

  test.each(['N12345678 KZ', 'N12345678 KAZ', 'AB12345 KZ'])('%s is a document and its issuer', (text) => {
    expect(readInput(text, TODAY)).toEqual({ kind: 'document', number: text.split(' ')[0], country: 'KAZ' });
  });

  test.each([
    ['LEA 1971', { names: ['LEA'], birthDate: '1971' }],
    ['Ли 1971', { names: ['Ли'], birthDate: '1971' }],
    ['KIM, 1975 KOR', { names: ['KIM'], birthDate: '1975', nationality: 'KOR' }],
    ['YA-LIN', { names: ['YA-LIN'] }],
    ['Vin Diesel', { names: ['Vin Diesel'] }],
    ['Imo Ito', { names: ['Imo Ito'] }],
  ])('%s is a person, not a number', (text, identity) => {
    expect(readInput(text, TODAY)).toEqual({ kind: 'identity', ...identity });
  });

  test.each([
    ['Иванов Пётр 1971 RUS', { names: ['Иванов Пётр'], birthDate: '1971', nationality: 'RUS' }],
    ['Ivan Petrov, 1971-04-12, Russia', { names: ['Ivan Petrov'], birthDate: '1971-04-12', nationality: 'RUS' }],
    ['Ivan Petrov 12.04.1971', { names: ['Ivan Petrov'], birthDate: '1971-04-12' }],
    ['Ivan Petrov 04/25/1971', { names: ['Ivan Petrov'], birthDate: '1971-04-25' }],
    ['Ivan Petrov KAZ', { names: ['Ivan Petrov'], nationality: 'KAZ' }],
    ['李明 1980 CHN', { names: ['李明'], birthDate: '1980', nationality: 'CHN' }],
    ['محمد عزیز ۱۹۷۱', { names: ['محمد عزیز'], birthDate: '1971' }],
    ['IVAN PETROV', { names: ['IVAN PETROV'] }],
    ['Chad Jordan', { names: ['Chad Jordan'] }],
  ])('%s is a person', (text, identity) => {
    expect(readInput(text, TODAY)).toEqual({ kind: 'identity', ...identity });
  });

  test('nothing to read is said, not guessed', () => {
    expect(readInput('', TODAY)).toEqual({ kind: 'unreadable', code: 'empty' });
    for (const text of ['😀', '...', '12.04.1971', '12-04-1971', '1971/04/12', '1971'])
      expect(readInput(text, TODAY)).toEqual({ kind: 'unreadable', code: 'nothing-to-read' });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_UNIT, maxLength: 300 }), (text) => {
        expect(readInput(text, TODAY)).toHaveProperty('kind');
      }),
    );
    expect(readInput('ب'.repeat(1_000_000), TODAY)).toMatchObject({ kind: 'identity' });
  });
});
