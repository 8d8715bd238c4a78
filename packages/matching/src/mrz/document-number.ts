import { checkDigitOf } from './check-digit.ts';
import { type CheckedField, checkNumber } from './corrections.ts';
import { CUT } from './lines.ts';

/** The document number with what it left of the optional data that follows it. */
export interface ReadNumber extends CheckedField {
  rest: string;
}

/**
 * Reads a document number and its check digit. A number longer than nine characters has a filler
 * for a check digit and goes on in the optional data, its check digit after its last character
 * (ICAO Doc 9303-5, 4.2.2.1, note j).
 */
export function readDocumentNumber(value: string, check: string, optional: string): ReadNumber {
  const tail = /^[A-Z0-9]+/u.exec(optional)?.[0] ?? '';
  const whole = value + tail.slice(0, -1);
  if (check === '<' && tail.length > 1 && !value.includes(CUT) && checkDigitOf(whole) === tail.at(-1))
    return { value: whole, check, verdict: 'valid', corrections: [], rest: optional.slice(tail.length) };
  return { ...checkNumber('document-number', value, check), rest: optional };
}
