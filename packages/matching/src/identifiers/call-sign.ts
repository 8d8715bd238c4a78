import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier } from './folding.ts';
import { alwaysNear, noCheckDigit, type Scheme } from './scheme.ts';

/**
 * Two letters, or a letter and a digit in either order, tell the state; one to five characters follow
 * (ITU Radio Regulations, 19.50 to 19.71; series in appendix 42, where no digit is 0 or 1).
 */
const WELL_FORMED = /^(?:[A-Z]{2}|[A-Z][2-9]|[2-9][A-Z])[A-Z0-9]{1,5}$/;

/** Call signs of the international series. */
export const callSign: Scheme = {
  normalise: foldIdentifier,
  isWellFormed: (normal) => WELL_FORMED.test(normal),
  checkDigit: noCheckDigit,
  blur: foldLookAlikes,
  isNear: alwaysNear,
};
