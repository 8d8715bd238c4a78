import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import checkDigits from '../../../../vectors/identifiers/check-digits.json' with { type: 'json' };
import forms from '../../../../vectors/identifiers/forms.json' with { type: 'json' };
import plates from '../../../../vectors/identifiers/plates.json' with { type: 'json' };
import type { ObjectScheme } from './scheme.ts';
import {
  checkIdentifier,
  compareNormal,
  isWellFormedIdentifier,
  normaliseIdentifier,
  OBJECT_SCHEMES,
} from './schemes.ts';

/** Any UTF-16 unit, half surrogate pairs among them. */
const ANY_UNIT = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code));
const ANY_TEXT = fc.oneof(
  fc.string({ unit: ANY_UNIT, maxLength: 60 }),
  fc.stringMatching(/^(?:IMO|VIN|MMSI|ICAO|KZ|BY|IND)?[A-ZА-Я0-9京港 -]{0,24}(?:RUS|KZ|UZ|TJ)?$/u),
);
const ANY_SCHEME = fc.constantFrom(...OBJECT_SCHEMES);

function pairsOf(table: Record<string, string[]>): [ObjectScheme, string][] {
  return Object.entries(table).flatMap(([scheme, values]) =>
    values.map((value): [ObjectScheme, string] => [scheme as ObjectScheme, value]),
  );
}

function comparePlates(pair: string[]) {
  const [left, right] = pair.map((value) => normaliseIdentifier('plate', value));
  return compareNormal('plate', left!, right!);
}

describe('one number in two spellings has one form', () => {
  const rows = Object.entries(forms.normal).flatMap(([scheme, table]) =>
    Object.entries(table).map(([written, normal]) => [scheme, written, normal]),
  );

  test.each(rows)('%s: %s', (scheme, written, normal) => {
    expect(normaliseIdentifier(scheme as ObjectScheme, written!)).toBe(normal);
  });

  test('a form is its own form, short, and of letters and digits only', () => {
    fc.assert(
      fc.property(ANY_SCHEME, ANY_TEXT, (scheme, text) => {
        const normal = normaliseIdentifier(scheme, text);
        expect(normaliseIdentifier(scheme, normal)).toBe(normal);
        expect(normal).toMatch(/^[\p{L}\d]{0,40}$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(OBJECT_SCHEMES)('%s: what is too long for a number is none, and is not cut to one', (scheme) => {
    for (const value of ['A1'.repeat(5_000), 'A123BC77'.padEnd(10_000), '1'.repeat(41), '\ud800'.repeat(10_000)])
      expect(normaliseIdentifier(scheme, value)).toBe('');
  });
});

describe('the form that the standard gives', () => {
  test.each(pairsOf(forms.wellFormed))('%s has it: %s', (scheme, value) => {
    expect(isWellFormedIdentifier(scheme, value)).toBe(true);
  });

  test.each(pairsOf(forms.notWellFormed))('%s has it not: %s', (scheme, value) => {
    expect(isWellFormedIdentifier(scheme, value)).toBe(false);
  });
});

describe('check digits', () => {
  test.each(checkDigits.numbers)('$scheme $value: $verdict', ({ scheme, value, verdict }) => {
    expect(checkIdentifier(scheme as ObjectScheme, value)).toBe(verdict);
  });

  test.each<[ObjectScheme, string, number[]]>([
    ['vin', '1G4AH59H45G118341', [2, 5, 6, 8, 9, 11, 12, 13, 14, 15, 16]],
    ['container', 'CSQU3054383', [4, 5, 6, 7, 8, 9, 10]],
    // By the weights 6, 5, 4 and 2 some wrong digits pass.
    ['imo', '9074729', [0, 4, 6]],
  ])('%s %s: any wrong digit is noticed', (scheme, number, places) => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const digit = String((Number(number[at]) + more) % 10);
        expect(checkIdentifier(scheme, number.slice(0, at) + digit + number.slice(at + 1))).toBe('invalid');
      }),
    );
  });
});

describe('plates', () => {
  test.each(plates.same)('%s is %s', (...pair) => {
    expect(comparePlates(pair)).toBe('matches');
  });

  test.each(plates.near)('%s may be taken for %s, and is not it', (...pair) => {
    expect(comparePlates(pair)).toBe('near');
    expect(comparePlates(pair.toReversed())).toBe('near');
  });

  test.each(plates.different)('%s is another than %s', (...pair) => {
    expect(comparePlates(pair)).toBeUndefined();
  });
});

describe('near', () => {
  test.each<[ObjectScheme, string, string]>([
    ['vin', '1G4AH59H45G118341', '1G4AH59H4SG118341'],
    ['container', 'CSQU3054383', 'CSQU3054384'],
    ['container', 'CSQU3054383', 'C5QU3054383'],
    ['aircraft-registration', 'RA-12345', 'RA-I2345'],
    ['firearm-serial', '0012345', '12345'],
    ['serial-number', 'AB-O1234', 'AB-01234'],
  ])('%s: %s and %s', (scheme, left, right) => {
    expect(compareNormal(scheme, normaliseIdentifier(scheme, left), normaliseIdentifier(scheme, right))).toBe('near');
  });

  test('nearness has no direction, and a number is near itself only by being it', () => {
    const text = fc.stringMatching(/^[A01IOЗ3S5京沪]{5,6}$/u);
    fc.assert(
      fc.property(ANY_SCHEME, text, text, (scheme, a, b) => {
        const [left, right] = [normaliseIdentifier(scheme, a), normaliseIdentifier(scheme, b)];
        expect(compareNormal(scheme, left, right)).toBe(compareNormal(scheme, right, left));
        expect(compareNormal(scheme, left, right) === 'matches').toBe(left === right);
      }),
      { numRuns: 2_000 },
    );
  });
});
