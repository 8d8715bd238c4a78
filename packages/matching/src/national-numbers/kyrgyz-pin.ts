import { dayOf, type NationalNumberScheme, type Told } from './scheme.ts';

/**
 * Personal identification numbers: 1 for women, 2 for men, the birth date as day, month and year, five digits more (decree of the
 * government of Kyrgyzstan no. 619 of 2017). How the last digit is reckoned is not published.
 */
export const kyrgyzPin: NationalNumberScheme = {
  country: 'KGZ',
  isWellFormed: (number) => /^[12]\d{4}(?:19|20)\d{7}$/.test(number) && tells(number).birthDate !== undefined,
  checkDigit: () => 'not-applicable',
  tells,
};

function tells(number: string): Told {
  const birthDate = dayOf(Number(number.slice(5, 9)), Number(number.slice(3, 5)), Number(number.slice(1, 3)));
  return { ...(birthDate && { birthDate }), sex: number[0] === '1' ? 'female' : 'male' };
}
