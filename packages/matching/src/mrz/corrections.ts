import { checkDigitOf } from './check-digit.ts';
import { CUT } from './lines.ts';
import type { CheckDigit, MrzCorrection } from './model.ts';

/** Letters and digits that optical readers take for each other. */
export const DIGIT_FOR: Record<string, string> = { O: '0', I: '1', Z: '2', S: '5', G: '6', B: '8' };
const LETTER_FOR: Record<string, string> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };

export interface CheckedField {
  value: string;
  /** The check digit, as corrected. */
  check: string;
  verdict: CheckDigit['verdict'];
  corrections: MrzCorrection[];
}

/**
 * Checks a date against its check digit. Where a letter stands in a place that takes only digits,
 * its look-alike is tried: one character, and only if the check digit then agrees.
 */
export function checkDate(field: string, value: string, check: string): CheckedField {
  if (value.includes(CUT) || check === CUT) return { value, check, verdict: 'absent', corrections: [] };
  if (checkDigitOf(value) === check && /^[0-9<]+$/u.test(value))
    return { value, check, verdict: 'valid', corrections: [] };
  const characters = `${value}${check}`;
  const letters = [...characters].flatMap((character, at) => (/[A-Z]/u.test(character) ? [at] : []));
  const at = letters[0];
  const digit = at === undefined || letters.length > 1 ? undefined : DIGIT_FOR[characters[at]!];
  if (at === undefined || digit === undefined) return emptyOrInvalid(value, check);
  const corrected = characters.slice(0, at) + digit + characters.slice(at + 1);
  if (checkDigitOf(corrected.slice(0, -1)) !== corrected.at(-1))
    return { value, check, verdict: 'invalid', corrections: [] };
  return {
    value: corrected.slice(0, -1),
    check: corrected.at(-1)!,
    verdict: 'corrected',
    corrections: [{ field, read: characters[at]!, taken: digit }],
  };
}

/** Checks a field that takes letters and digits; only its check digit has an alphabet of its own. */
export function checkNumber(field: string, value: string, check: string): CheckedField {
  if (value.includes(CUT) || check === CUT) return { value, check, verdict: 'absent', corrections: [] };
  if (checkDigitOf(value) === check) return { value, check, verdict: 'valid', corrections: [] };
  const digit = DIGIT_FOR[check];
  if (digit === undefined || checkDigitOf(value) !== digit) return emptyOrInvalid(value, check);
  return { value, check: digit, verdict: 'corrected', corrections: [{ field, read: check, taken: digit }] };
}

/** Puts letters for the digits of a field that holds only letters and has no check digit. */
export function correctLetters(field: string, value: string): { value: string; corrections: MrzCorrection[] } {
  const corrections: MrzCorrection[] = [];
  const letters = value.replace(/[0-9]/gu, (read) => {
    const taken = LETTER_FOR[read];
    if (taken) corrections.push({ field, read, taken });
    return taken ?? read;
  });
  return { value: letters, corrections };
}

/** An empty field may have a filler for its check digit (ICAO Doc 9303-4, 4.2.2.2). */
function emptyOrInvalid(value: string, check: string): CheckedField {
  const empty = check === '<' && /^<*$/u.test(value);
  return { value, check, verdict: empty ? 'absent' : 'invalid', corrections: [] };
}
