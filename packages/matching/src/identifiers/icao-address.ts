import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier } from './folding.ts';
import { alwaysNear, noCheckDigit, type Scheme } from './scheme.ts';

/** Six hexadecimal digits, neither all zeros nor all ones (ICAO Annex 10, volume III, part I, chapter 9). */
const WELL_FORMED = /^(?!0{6}$|F{6}$)[0-9A-F]{6}$/;

/** 24-bit addresses of aircraft, as transponders send them. */
export const icaoAddress: Scheme = {
  normalise: normaliseAddress,
  isWellFormed: (normal) => WELL_FORMED.test(normal),
  checkDigit: noCheckDigit,
  blur: foldLookAlikes,
  isNear: alwaysNear,
};

/** Hexadecimal has neither O nor I, so that in six characters they can only be 0 and 1. */
function normaliseAddress(value: string): string {
  const folded = foldIdentifier(value).replace(/^ICAO(?=.{6}$)/, '');
  return folded.length === 6 ? folded.replaceAll('O', '0').replaceAll('I', '1') : folded;
}
