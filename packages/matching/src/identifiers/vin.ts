import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier } from './folding.ts';
import { alwaysNear, type CheckDigitVerdict, type Scheme } from './scheme.ts';

/** Seventeen characters; I, O and Q are not used (ISO 3779:2009). */
const WELL_FORMED = /^[A-HJ-NPR-Z0-9]{17}$/;

/** A letter's place in its row is its value (49 CFR 565.15 (c), table III). */
const VALUE_ROWS = ['.ABCDEFGHI', '.JKLMNOPQR', '..STUVWXYZ', '0123456789'];

/** By position, the check digit's own left out of account (49 CFR 565.15 (c), table IV). */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const CHECK_DIGIT_AT = 8;

/**
 * First characters of makers whose ninth position is a check digit: North America (ISO 3780, 1 to 5;
 * 49 CFR 565) and China (L; GB 16735). Elsewhere the ninth position is the maker's own.
 */
const CHECKED = /^[1-5L]/;

/** Vehicle identification numbers (ISO 3779), and the shorter chassis numbers that stand in their place. */
export const vin: Scheme = {
  normalise: normaliseVin,
  isWellFormed: (normal) => WELL_FORMED.test(normal),
  checkDigit: vinCheckDigit,
  blur: foldLookAlikes,
  isNear: alwaysNear,
};

/** In seventeen characters I, O and Q can only be 1 and 0; a chassis number of another length may use them. */
function normaliseVin(value: string): string {
  const folded = foldIdentifier(value).replace(/^(?:VIN|BИH)(?=.{17}$)/u, '');
  return folded.length === 17 ? folded.replaceAll('I', '1').replace(/[OQ]/g, '0') : folded;
}

function vinCheckDigit(normal: string): CheckDigitVerdict {
  if (!WELL_FORMED.test(normal) || !CHECKED.test(normal)) return 'not-applicable';
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * characterValue(normal[at]!), 0);
  return normal[CHECK_DIGIT_AT] === '0123456789X'[sum % 11] ? 'valid' : 'invalid';
}

function characterValue(character: string): number {
  return Math.max(...VALUE_ROWS.map((row) => row.indexOf(character)));
}
