import { foldLookAlikes } from '../document-number.ts';
import { foldIdentifier, readAsDigits } from './folding.ts';
import { alwaysNear, noCheckDigit, type Scheme } from './scheme.ts';

/**
 * Nine digits in which the three of a state (2 to 7 first) stand at the head for a ship, after 0 for a
 * group of ships, 00 for a coast station, 111 for an aircraft in search and rescue, 8 for a hand-held
 * set, 98 for a craft of a ship and 99 for an aid to navigation; after 970, 972 and 974 there is no
 * state (ITU-R M.585, annexes 1 and 2).
 */
const WELL_FORMED = /^(?=\d{9}$)(?:(?:|0|00|111|8|98|99)[2-7]\d{2}|97[024])/;

/** Maritime mobile service identities; they follow the flag, so a state beside them tells nothing more. */
export const mmsi: Scheme = {
  normalise: (value) => readAsDigits(foldIdentifier(value).replace(/^MMSI(?=.)/, '')),
  isWellFormed: (normal) => WELL_FORMED.test(normal),
  checkDigit: noCheckDigit,
  blur: foldLookAlikes,
  isNear: alwaysNear,
};
