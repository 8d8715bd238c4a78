import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier } from './folding.ts';
import { alwaysNear, noCheckDigit, type Scheme } from './scheme.ts';

/** Makers' serial numbers, of aircraft and of anything else that has no standard of its own. */
export const serialNumber: Scheme = {
  normalise: foldIdentifier,
  isWellFormed: (normal) => normal.length >= 3 && /\d/.test(normal),
  checkDigit: noCheckDigit,
  // Makers print zeros at the head, and hands leave them out.
  blur: (normal) => foldLookAlikes(normal).replace(/^0+(?=.)/, ''),
  isNear: alwaysNear,
};
