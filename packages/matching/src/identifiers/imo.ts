import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier, readAsDigits } from './folding.ts';
import { alwaysNear, type CheckDigitVerdict, type Scheme } from './scheme.ts';

const WELL_FORMED = /^\d{7}$/;

/** IMO ship identification numbers: seven digits, written after `IMO` (IMO resolution A.1117(30)). */
export const imo: Scheme = {
  normalise: (value) => readAsDigits(foldIdentifier(value).replace(/^(?:IMO|ИMO)(?:NO|NUMBER)?(?=.)/u, '')),
  isWellFormed: (normal) => WELL_FORMED.test(normal),
  checkDigit: imoCheckDigit,
  blur: foldLookAlikes,
  isNear: alwaysNear,
};

/** The last digit of the first six weighed with 7 down to 2 is the seventh, as Lloyd's Register numbered ships since 1969. */
function imoCheckDigit(normal: string): CheckDigitVerdict {
  if (!WELL_FORMED.test(normal)) return 'not-applicable';
  const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(normal[at]), 0);
  return sum % 10 === Number(normal[6]) ? 'valid' : 'invalid';
}
