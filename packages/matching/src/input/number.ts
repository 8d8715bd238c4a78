import { foldDocumentNumber } from '../document-number.ts';
import { isTelling } from '../facts/document.ts';
import type { ObjectScheme } from '../identifiers/scheme.ts';
import { normaliseIdentifier } from '../identifiers/schemes.ts';
import type { NumberKind } from '../object-index.ts';
import { takeCountry } from './country-tail.ts';
import { isDate } from './dates.ts';
import { readLabel, readSchemes } from './object-number.ts';

/** A text read as a number: of a document, or of one of several kinds of things, likeliest first. */
export type NumberReading =
  | { kind: 'document'; number: string; country?: string }
  | { kind: 'number'; value: string; schemes: NumberKind[]; country?: string };

/** One to four short runs of letters and digits: how documents carry their numbers. */
const NUMBER_WORDS = /^#?\s*[\p{L}\p{Nd}]{0,4}[\s-]?(?:[\p{L}\p{Nd}]+[\s/-]?){1,3}$/u;

/** Letters, if any, then digits only: so passports are numbered; five digits alone may begin a plate. */
const SERIES_AND_DIGITS = /^[A-Z]{0,3}\d{5,}$/;
const PASSPORT = /^(?:[A-Z]{1,3}\d{5,}|\d{6,})$/;

/** Plates of the region whose last three letters may spell a state: Kyrgyz, Uzbek, Mongolian, Kazakh before 2012. */
const ENDS_IN_SERIES = /^(?:\d{4,5}|[A-Z]\d{3})[A-Z]{3}$/;

/** A last word of one or two letters. */
const SHORT_CODE = /(?<!\p{L})[\p{Script=Latin}\p{Script=Cyrillic}]{1,2}$/u;

/** Letters that no document is numbered with. */
const OTHER_SCRIPT = /(?!\p{Script=Latin}|\p{Script=Cyrillic})\p{L}/u;

/** No number is longer, its separators included. */
const LONGEST_NUMBER = 60;

/** Tells the number of a document or an object from other text; undefined when it is none. */
export function readNumber(text: string): NumberReading | undefined {
  const label = readLabel(text);
  if (label !== undefined) return { kind: 'number', value: text, schemes: [label] };
  const { rest, country } = takeCountry(text);
  // The length first: what is too long for a number would make the patterns try every way to split it.
  if (rest.length > LONGEST_NUMBER || isDate(rest)) return undefined;
  const issuer = country === undefined ? {} : { country };
  const stated = country !== undefined && isStated(text, rest);
  const value = stated ? rest : text;
  const schemes = value.length > LONGEST_NUMBER ? [] : readSchemes(value);
  if (schemes.length > 0)
    return { kind: 'number', value, schemes: withDocument(value, schemes), ...(stated ? issuer : {}) };
  return isDocumentNumber(rest) ? { kind: 'document', number: rest, ...issuer } : undefined;
}

/**
 * Whether what may be a state at the end is one, and no part of the number: after a passport's number
 * it is; two letters are a plate's series more often, and three may be.
 */
function isStated(text: string, rest: string): boolean {
  if (PASSPORT.test(foldDocumentNumber(rest))) return true;
  return !SHORT_CODE.test(text) && !ENDS_IN_SERIES.test(normaliseIdentifier('plate', text));
}

/** Documents are asked for too where their numbers could be written so, first where they mostly are. */
function withDocument(value: string, schemes: ObjectScheme[]): NumberKind[] {
  const folded = foldDocumentNumber(value);
  if (OTHER_SCRIPT.test(value) || !isTelling(folded)) return schemes;
  return SERIES_AND_DIGITS.test(folded) ? ['document', ...schemes] : [...schemes, 'document'];
}

/** Short, mostly digits, in Latin or Cyrillic letters that come in runs too short for a name. */
function isDocumentNumber(text: string): boolean {
  if (!NUMBER_WORDS.test(text) || OTHER_SCRIPT.test(text)) return false;
  const folded = foldDocumentNumber(text);
  const digits = folded.replace(/\D/gu, '').length;
  const longestWord = Math.max(0, ...[...text.matchAll(/\p{L}+/gu)].map(([word]) => word.length));
  return digits >= 5 && longestWord <= 4 && folded.length <= 2 * digits;
}
