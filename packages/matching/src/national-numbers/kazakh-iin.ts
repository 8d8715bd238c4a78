import { dayOf, type NationalNumberScheme, type Told, weighedSum } from './scheme.ts';

/** Weights, and those tried where the first leave 10 (decree of the government of Kazakhstan no. 565 of 2003). */
const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/**
 * Individual identification numbers: birth date, a digit for century and sex, a serial number, a check digit. Since decree no. 853 of 2013
 * the number need not agree with the person's data, so that what it tells is a question to ask.
 */
export const kazakhIin: NationalNumberScheme = {
  country: 'KAZ',
  isWellFormed: (number) => /^\d{6}[1-6]\d{5}$/.test(number) && tells(number).birthDate !== undefined,
  checkDigit: (number) => {
    const first = weighedSum(number, WEIGHTS) % 11;
    const check = first === 10 ? weighedSum(number, SECOND_WEIGHTS) % 11 : first;
    // A number that leaves 10 twice is not given out.
    return check === Number(number[11]) ? 'valid' : 'invalid';
  },
  tells,
};

/** 1 and 2 for the nineteenth century, 3 and 4 for the twentieth, 5 and 6 for this; the odd ones for men. */
function tells(number: string): Told {
  const mark = Number(number[6]);
  const century = 1800 + 100 * Math.floor((mark - 1) / 2);
  const birthDate = dayOf(century + Number(number.slice(0, 2)), Number(number.slice(2, 4)), Number(number.slice(4, 6)));
  return { ...(birthDate && { birthDate }), sex: mark % 2 === 1 ? 'male' : 'female' };
}
