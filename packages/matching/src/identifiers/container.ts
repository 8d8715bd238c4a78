import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier, readAsDigits } from './folding.ts';
import { alwaysNear, type CheckDigitVerdict, type Scheme } from './scheme.ts';

/** Owner code, category U, J or Z, serial number, check digit (ISO 6346:1995, 3.1). */
const WITHOUT_CHECK_DIGIT = /^[A-Z]{3}[UJZ]\d{6}$/;
const WELL_FORMED = /^[A-Z]{3}[UJZ]\d{7}$/;

/** Letters stand for 10 upwards without the multiples of 11 (ISO 6346:1995, annex A). */
const LETTER_VALUES = [
  10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38,
];

/** Freight containers and what belongs to them (ISO 6346). */
export const container: Scheme = {
  normalise: normaliseContainer,
  isWellFormed: (normal) => WELL_FORMED.test(normal),
  checkDigit: containerCheckDigit,
  // Without the check digit: one that disagrees leaves two numbers near.
  blur: (normal) => foldLookAlikes(normal.length === 11 ? normal.slice(0, -1) : normal),
  isNear: alwaysNear,
};

/** The first four are letters and the rest digits, so that 0 and O, 1 and I tell nothing; a check digit left out is put in. */
function normaliseContainer(value: string): string {
  const folded = foldIdentifier(value);
  const owner = folded.slice(0, 4).replaceAll('0', 'O').replaceAll('1', 'I');
  const placed = owner + readAsDigits(folded.slice(4));
  if (WITHOUT_CHECK_DIGIT.test(placed)) return placed + checkDigitOf(placed);
  return WELL_FORMED.test(placed) ? placed : folded;
}

function containerCheckDigit(normal: string): CheckDigitVerdict {
  if (!WELL_FORMED.test(normal)) return 'not-applicable';
  return checkDigitOf(normal.slice(0, -1)) === Number(normal.at(-1)) ? 'valid' : 'invalid';
}

/** The characters weighed with powers of two, modulo 11; ten is written 0. */
function checkDigitOf(characters: string): number {
  const sum = [...characters].reduce((total, character, at) => total + characterValue(character) * 2 ** at, 0);
  return (sum % 11) % 10;
}

function characterValue(character: string): number {
  return LETTER_VALUES[character.charCodeAt(0) - 0x41] ?? Number(character);
}
