import type { NationalNumberScheme } from './scheme.ts';
import { isVerhoeff } from './verhoeff.ts';

/** Twelve digits at random, the first 2 to 9, the last a check digit after Verhoeff (UIDAI); they tell nothing of a person, by law. */
export const indianAadhaar: NationalNumberScheme = {
  country: 'IND',
  isWellFormed: (number) => /^[2-9]\d{11}$/.test(number),
  checkDigit: (number) => (isVerhoeff(number) ? 'valid' : 'invalid'),
  tells: () => ({}),
};
