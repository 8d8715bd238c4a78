import type { NationalNumberScheme } from './scheme.ts';

/** Identity card numbers (NADRA): five digits of the place, seven of the family, one that is odd for men; none of them is a check digit. */
export const pakistaniCnic: NationalNumberScheme = {
  country: 'PAK',
  isWellFormed: (number) => /^[1-8]\d{12}$/.test(number),
  checkDigit: () => 'not-applicable',
  tells: (number) => ({ sex: Number(number[12]) % 2 === 1 ? 'male' : 'female' }),
};
