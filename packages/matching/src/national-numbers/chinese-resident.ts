import { dayOf, type NationalNumberScheme, type Told, weighedSum } from './scheme.ts';

/** Weights of the first seventeen digits: powers of two modulo 11 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The check character by the weighed sum modulo 11. */
const CHECKS = '10X98765432';

/**
 * Resident identity numbers (GB 11643-1999): six digits of the place, the birth date, a serial number that is odd for men, a check character. The
 * older form of fifteen has two digits of the year, all of the twentieth century, and no check character (GB 11643-1989).
 */
export const chineseResident: NationalNumberScheme = {
  country: 'CHN',
  isWellFormed: (number) => /^[1-8]\d{16}[\dX]$|^[1-8]\d{14}$/.test(number) && tells(number).birthDate !== undefined,
  checkDigit: (number) => {
    if (number.length !== 18) return 'not-applicable';
    return CHECKS[weighedSum(number, WEIGHTS) % 11] === number[17] ? 'valid' : 'invalid';
  },
  tells,
};

function tells(number: string): Told {
  const isOld = number.length === 15;
  const date = isOld ? `19${number.slice(6, 12)}` : number.slice(6, 14);
  const birthDate = dayOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)));
  const serial = Number(number[isOld ? 14 : 16]);
  return { ...(birthDate && { birthDate }), sex: serial % 2 === 1 ? 'male' : 'female' };
}
