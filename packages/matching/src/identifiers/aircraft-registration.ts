import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier } from './folding.ts';
import { LONGEST_MARK, NATIONALITY_MARKS } from './nationality-marks.ts';
import { alwaysNear, noCheckDigit, type Scheme } from './scheme.ts';

/** Letters, digits or both, after the nationality mark (ICAO Annex 7, sixth edition, chapter 3). */
const LONGEST_REGISTRATION = 5;

/** Nationality and registration marks of aircraft (ICAO Annex 7); the hyphen between them tells nothing. */
export const aircraftRegistration: Scheme = {
  normalise: foldIdentifier,
  isWellFormed: beginsWithMark,
  checkDigit: noCheckDigit,
  blur: foldLookAlikes,
  isNear: alwaysNear,
};

function beginsWithMark(normal: string): boolean {
  if (!/^[A-Z0-9]+$/.test(normal)) return false;
  for (let length = 1; length <= LONGEST_MARK; length++) {
    const left = normal.length - length;
    if (left >= 1 && left <= LONGEST_REGISTRATION && NATIONALITY_MARKS.has(normal.slice(0, length))) return true;
  }
  return false;
}
