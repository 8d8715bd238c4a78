import type { ObjectScheme } from '../identifiers/scheme.ts';
import { checkIdentifier, normaliseIdentifier, SCHEMES } from '../identifiers/schemes.ts';
import { findDate } from './dates.ts';

/** Letters, then digits with a gap: a trailer's `АВ 1234 77`, a lorry's `AB 1234-7`, Punjab's `LEA-17-1234`. */
const SERIES_AND_GROUPS = /^\p{L}{1,3}[\s-]?\d{1,4}[\s/-]+\d{1,4}$/u;

/** Letters, then five digits and more in one: of a document, unless a gap says otherwise. */
const SERIES_AND_DIGITS = /^[A-ZА-Я]{0,3}\d{5,}$/u;

/** A registration of letters alone, under the region's marks that begin no name: `VT-ABC`, never `YA-LIN`. */
const LETTERS_AFTER_MARK = /^(?:VT|AP|EP|TC)-[A-Z]{3}$/;

/** What an officer writes before a number to say which it is. */
const LABELS: [RegExp, ObjectScheme][] = [
  [/^(?:IMO|ИМО)(?!\p{L})/iu, 'imo'],
  [/^(?:VIN|ВИН)(?!\p{L})/iu, 'vin'],
  [/^MMSI(?!\p{L})/iu, 'mmsi'],
  [/^ICAO(?!\p{L})/iu, 'icao-address'],
];

/** The scheme that the text itself names, if it is then a number of it. */
export function readLabel(text: string): ObjectScheme | undefined {
  const labelled = LABELS.find(([label]) => label.test(text))?.[1];
  return labelled !== undefined && isWellFormed(labelled, text) ? labelled : undefined;
}

/**
 * The schemes of objects that a text which names none may belong to, likeliest first; none for
 * a name with a birth year. MMSI, call signs, addresses and serial numbers look like too much else
 * to be told apart here; the index of objects finds them all the same.
 */
export function readSchemes(text: string): ObjectScheme[] {
  if (isNameWithDate(text)) return [];
  if (isWellFormed('vin', text) && /\d.*\d.*\d/u.test(text)) return ['vin'];
  if (isWellFormed('container', text)) return ['container'];
  const schemes: ObjectScheme[] = [];
  if (/^\d{7}$/.test(text) && checkIdentifier('imo', text) === 'valid') schemes.push('imo');
  if (isPlate(text)) schemes.push('plate');
  if (isRegistration(text)) {
    // The hyphen belongs after the mark, and no plate of the region is written so.
    if (/^\p{L}\p{L}?-/u.test(text)) schemes.unshift('aircraft-registration');
    else schemes.push('aircraft-registration');
  }
  return schemes;
}

function isWellFormed(scheme: ObjectScheme, text: string): boolean {
  return SCHEMES[scheme].isWellFormed(normaliseIdentifier(scheme, text));
}

function isPlate(text: string): boolean {
  if (!isWellFormed('plate', text)) return false;
  return !SERIES_AND_DIGITS.test(normaliseIdentifier('plate', text)) || SERIES_AND_GROUPS.test(text);
}

function isRegistration(text: string): boolean {
  if (!isWellFormed('aircraft-registration', text)) return false;
  return LETTERS_AFTER_MARK.test(text) || text.replace(/\D/gu, '').length >= 3;
}

/** Words, a gap and a date: `Ли 1971` is a person, `LEA-1971` and `LEA1971` are plates. */
function isNameWithDate(text: string): boolean {
  const { rest, birthDate } = findDate(text);
  return /^(?:19|20)/.test(birthDate ?? '') && !/\d/.test(rest) && /\p{L}[\s,;]/u.test(text);
}
