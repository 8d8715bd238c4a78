import { asciiDigits } from '../text/digits.ts';

/** Longer values are no identifiers; they are not cut, because two long ones would then be one. */
export const LONGEST_WRITTEN = 240;
const LONGEST_FOLDED = 40;

/** Capitals drawn like Latin ones (Unicode TR 39): Cyrillic first, then Greek. */
const DRAWN_LIKE_LATIN = 'АВЕКМНОРСТУХІЈЅԚԜӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN = 'ABEKMHOPCTYXIJSQWIABEZHIKMNOPTYX';

const OTHER_CAPITAL = /[\u0370-\u052f]/g;

/**
 * A number of an object without what two hands write differently: NFKC, capitals, letters and digits
 * only, digits of any script as ASCII, letters drawn like Latin ones made Latin. Empty for a value
 * too long to be a number.
 */
export function foldIdentifier(value: string): string {
  if (value.length > LONGEST_WRITTEN) return '';
  const plain = asciiDigits(value.replaceAll('№', '').normalize('NFKC'));
  const kept = plain.toUpperCase().replace(/[^\p{L}\p{Nd}]+/gu, '');
  return kept.length > LONGEST_FOLDED ? '' : kept.replace(OTHER_CAPITAL, toLatin);
}

function toLatin(letter: string): string {
  return LATIN[DRAWN_LIKE_LATIN.indexOf(letter)] ?? letter;
}

/** O and I as the digits they are drawn like, where the scheme has no such letters; the text itself where others are left. */
export function readAsDigits(text: string): string {
  const digits = text.replaceAll('O', '0').replaceAll('I', '1');
  return /^\d+$/.test(digits) ? digits : text;
}
