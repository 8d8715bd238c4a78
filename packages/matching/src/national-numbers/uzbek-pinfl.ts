import { dayOf, type NationalNumberScheme, type Told, weighedSum } from './scheme.ts';

/** As in machine-readable zones (ICAO Doc 9303-3, 4.9). */
const WEIGHTS = [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7];

/**
 * Personal identification numbers of natural persons (JSHSHIR, PINFL): a digit for sex and century (1 and 2 for the nineteenth, 3 and 4 for the twentieth, 5
 * and 6 for this, the odd ones for men), the birth date as day, month, two digits of the year, place, serial number, a check digit.
 */
export const uzbekPinfl: NationalNumberScheme = {
  country: 'UZB',
  isWellFormed: (number) => /^[1-6]\d{13}$/.test(number) && tells(number).birthDate !== undefined,
  checkDigit: (number) => (weighedSum(number, WEIGHTS) % 10 === Number(number[13]) ? 'valid' : 'invalid'),
  tells,
};

function tells(number: string): Told {
  const mark = Number(number[0]);
  const century = 1800 + 100 * Math.floor((mark - 1) / 2);
  const birthDate = dayOf(century + Number(number.slice(5, 7)), Number(number.slice(3, 5)), Number(number.slice(1, 3)));
  return { ...(birthDate && { birthDate }), sex: mark % 2 === 1 ? 'male' : 'female' };
}
