import { foldDocumentNumber } from '../document-number.ts';
import { isTelling } from '../facts/document.ts';
import { LONGEST_WRITTEN } from './folding.ts';

/** Blank documents as their state reports them missing: letters, then every number from one to another. */
export interface BlankRange {
  /** What stands before the digits; may be empty. */
  prefix: string;
  /** First and last number, digits alone, zeros at the head included. */
  from: string;
  to: string;
}

/** Why a range is none; the console words the code. */
export type RangeRefusal =
  | 'empty'
  | 'too-long'
  | 'not-digits'
  | 'unequal-length'
  | 'backwards'
  | 'too-large'
  | 'too-short';

/** A range ready to be compared and the number of its documents, or why it is none. */
export type RangeResult = { ok: true; range: BlankRange; size: number } | { ok: false; code: RangeRefusal };

/** No state's series is longer, and none loses more blanks at once. */
const LONGEST_PREFIX = 10;
const LONGEST_DIGITS = 20;
const MOST_DOCUMENTS = 1_000_000n;

/**
 * A range in the form document numbers are compared in, and how many documents it holds, or why it
 * is none. Digits at the end of the prefix count among the digits, so that one range has one form.
 */
export function readDocumentRange({ prefix, from, to }: BlankRange): RangeResult {
  if ([prefix, from, to].some(({ length }) => length > LONGEST_WRITTEN)) return { ok: false, code: 'too-long' };
  const [head, first, last] = [prefix, from, to].map(foldDocumentNumber) as [string, string, string];
  if (first === '' || last === '') return { ok: false, code: 'empty' };
  if (head.length > LONGEST_PREFIX || Math.max(first.length, last.length) > LONGEST_DIGITS)
    return { ok: false, code: 'too-long' };
  if (!/^\d+$/.test(first) || !/^\d+$/.test(last)) return { ok: false, code: 'not-digits' };
  if (first.length !== last.length) return { ok: false, code: 'unequal-length' };
  if (first > last) return { ok: false, code: 'backwards' };
  const size = BigInt(last) - BigInt(first) + 1n;
  if (size > MOST_DOCUMENTS) return { ok: false, code: 'too-large' };
  if (!isTelling(head + first)) return { ok: false, code: 'too-short' };
  const { letters, digits } = splitNumber(head);
  return { ok: true, range: { prefix: letters, from: digits + first, to: digits + last }, size: Number(size) };
}

/** Whether a range as `readDocumentRange` gives it holds a number, however it is written. */
export function holdsNumber({ prefix, from, to }: BlankRange, number: string): boolean {
  const { letters, digits } = splitNumber(foldDocumentNumber(number));
  return letters === prefix && digits.length === from.length && from <= digits && digits <= to;
}

/** A folded number before and from its last run of digits. Digits of one length compare as text compares. */
function splitNumber(folded: string): { letters: string; digits: string } {
  const digits = /\d*$/.exec(folded)![0];
  return { letters: folded.slice(0, folded.length - digits.length), digits };
}
