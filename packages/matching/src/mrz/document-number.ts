import { checkDigitOf } from './check-digit.ts';
import { type CheckedField, checkNumber, DIGIT_FOR } from './corrections.ts';
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

/**
 * A number that disagrees with its check digit, with one letter taken for the digit it looks like:
 * the only reading of that kind that agrees. A number may hold letters, so the caller takes it only
 * where the composite check digit agrees too; a digit is never taken for a letter, which would
 * turn a wrong digit into a wrong number.
 */
export function correctDocumentNumber(read: ReadNumber): ReadNumber | undefined {
  if (read.verdict !== 'invalid') return undefined;
  const readings = [...read.value].flatMap((character, at) => {
    const taken = DIGIT_FOR[character];
    const value = read.value.slice(0, at) + taken + read.value.slice(at + 1);
    return taken !== undefined && checkDigitOf(value) === read.check ? [{ value, read: character, taken }] : [];
  });
  const [only, another] = readings;
  if (!only || another) return undefined;
  const correction = { field: 'document-number', read: only.read, taken: only.taken };
  return { ...read, value: only.value, verdict: 'corrected', corrections: [correction] };
}
