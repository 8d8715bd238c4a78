import { type NationalNumberScheme, weighedSum } from './scheme.ts';

/** The internal passport: two digits of the region, two of the year the blank was printed, six of the number; no check digit. */
export const russianPassport: NationalNumberScheme = {
  country: 'RUS',
  isWellFormed: (number) => /^(?!00)\d{2}(?:9[5-9]|[0-4]\d)\d{6}$/.test(number),
  checkDigit: () => 'not-applicable',
  tells: () => ({}),
};

/** Numbers up to this were given without a check number. */
const LAST_UNCHECKED = '001001998';

/** Insurance numbers: nine digits and a check number of two (Pension Fund of Russia, annex to order no. 192p of 2006). */
export const russianSnils: NationalNumberScheme = {
  country: 'RUS',
  isWellFormed: (number) => /^\d{11}$/.test(number),
  checkDigit: (number) => {
    if (number.slice(0, 9) <= LAST_UNCHECKED) return 'not-applicable';
    const check = (weighedSum(number, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100;
    return check === Number(number.slice(9)) ? 'valid' : 'invalid';
  },
  tells: () => ({}),
};

/** Weights of the two check digits (order of the Federal Tax Service MMV-7-6/435 of 2012). */
const ELEVENTH = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const TWELFTH = [3, ...ELEVENTH];

/** Taxpayers' numbers of natural persons: four digits of the office, six of the record, two check digits. */
export const russianInn: NationalNumberScheme = {
  country: 'RUS',
  isWellFormed: (number) => /^(?!00)\d{12}$/.test(number),
  checkDigit: (number) => {
    const isRight = [ELEVENTH, TWELFTH].every(
      (weights, at) => (weighedSum(number, weights) % 11) % 10 === Number(number[10 + at]),
    );
    return isRight ? 'valid' : 'invalid';
  },
  tells: () => ({}),
};
