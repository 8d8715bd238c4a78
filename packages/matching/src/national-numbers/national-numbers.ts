import { foldDocumentNumber } from '../document-number.ts';
import type { CheckDigitVerdict } from '../identifiers/scheme.ts';
import { chineseResident } from './chinese-resident.ts';
import { indianAadhaar } from './indian-aadhaar.ts';
import { kazakhIin } from './kazakh-iin.ts';
import { kyrgyzPin } from './kyrgyz-pin.ts';
import { pakistaniCnic } from './pakistani-cnic.ts';
import { russianInn, russianPassport, russianSnils } from './russian.ts';
import type { NationalNumberScheme, NationalScheme, Told } from './scheme.ts';
import { uzbekPinfl } from './uzbek-pinfl.ts';

const SCHEMES: Readonly<Record<NationalScheme, NationalNumberScheme>> = {
  'chinese-resident': chineseResident,
  'kazakh-iin': kazakhIin,
  'kyrgyz-pin': kyrgyzPin,
  'uzbek-pinfl': uzbekPinfl,
  'indian-aadhaar': indianAadhaar,
  'pakistani-cnic': pakistaniCnic,
  'russian-passport': russianPassport,
  'russian-snils': russianSnils,
  'russian-inn': russianInn,
};

/** The names of all schemes, in one order. */
export const NATIONAL_SCHEMES = Object.keys(SCHEMES) as NationalScheme[];

/** A number read under one scheme. A wrong check digit is told and refuses nothing. */
export interface NationalNumber extends Told {
  scheme: NationalScheme;
  country: string;
  checkDigit: CheckDigitVerdict;
}

/**
 * What a document's number may be, however it is written: with its state (ISO 3166-1 alpha-3), every scheme of that state whose form it has; without one
 * only what a check digit speaks for, since a dozen digits have the form of several. Right check digits first.
 */
export function readNationalNumbers(number: string, country?: string): NationalNumber[] {
  const folded = foldDocumentNumber(number);
  const found = NATIONAL_SCHEMES.flatMap((scheme): NationalNumber[] => {
    const { country: state, isWellFormed, checkDigit, tells } = SCHEMES[scheme];
    if ((country !== undefined && country !== state) || !isWellFormed(folded)) return [];
    const read = { scheme, country: state, checkDigit: checkDigit(folded), ...tells(folded) };
    return country === undefined && read.checkDigit !== 'valid' ? [] : [read];
  });
  return found.sort((a, b) => Number(b.checkDigit === 'valid') - Number(a.checkDigit === 'valid'));
}
