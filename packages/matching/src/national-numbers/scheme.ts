import type { CheckDigitVerdict } from '../identifiers/scheme.ts';
import type { Sex } from '../sex.ts';

/** Numbers that a state gives a person or a person's paper, and that are written down as documents. */
export type NationalScheme =
  | 'chinese-resident'
  | 'kazakh-iin'
  | 'kyrgyz-pin'
  | 'uzbek-pinfl'
  | 'indian-aadhaar'
  | 'pakistani-cnic'
  | 'russian-passport'
  | 'russian-snils'
  | 'russian-inn';

/** What a number says of the person it was given to. */
export interface Told {
  /** `YYYY-MM-DD`. */
  birthDate?: string;
  sex?: Sex;
}

/** How the numbers of one scheme are read. All take numbers as `foldDocumentNumber` gives them. */
export interface NationalNumberScheme {
  /** ISO 3166-1 alpha-3 of the state that gives them. */
  country: string;
  /** Whether the number has the scheme's form: its length, its characters, a date where it holds one. */
  isWellFormed(number: string): boolean;
  checkDigit(number: string): CheckDigitVerdict;
  tells(number: string): Told;
}

/** A date of the calendar as `YYYY-MM-DD`; undefined when there is no such day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The digits weighed one by one, and added. */
export function weighedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}
