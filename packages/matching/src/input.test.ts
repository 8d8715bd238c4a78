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
    for (const text of ['😀', '...', '12.04.1971', '1971'])
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
