import { aircraftRegistration } from './aircraft-registration.ts';
import { callSign } from './call-sign.ts';
import { container } from './container.ts';
import { firearmSerial } from './firearm-serial.ts';
import { icaoAddress } from './icao-address.ts';
import { imo } from './imo.ts';
import { mmsi } from './mmsi.ts';
import { plate } from './plate.ts';
import type { CheckDigitVerdict, ObjectScheme, Scheme } from './scheme.ts';
import { serialNumber } from './serial-number.ts';
import { vin } from './vin.ts';

/** Every scheme an object may be known by. */
export const SCHEMES: Readonly<Record<ObjectScheme, Scheme>> = {
  plate,
  vin,
  imo,
  mmsi,
  'call-sign': callSign,
  'aircraft-registration': aircraftRegistration,
  'icao-address': icaoAddress,
  container,
  'firearm-serial': firearmSerial,
  'serial-number': serialNumber,
};

/** The names of all schemes, in one order. */
export const OBJECT_SCHEMES = Object.keys(SCHEMES) as ObjectScheme[];

/** Shorter numbers have too many neighbours. */
const SHORTEST_NEAR = 5;

/** The form that two spellings of one number share; empty when nothing is left, or too much to be a number. */
export function normaliseIdentifier(scheme: ObjectScheme, value: string): string {
  return SCHEMES[scheme].normalise(value);
}

/** Whether a number has the shape that its scheme's standard gives. */
export function isWellFormedIdentifier(scheme: ObjectScheme, value: string): boolean {
  return SCHEMES[scheme].isWellFormed(SCHEMES[scheme].normalise(value));
}

/** What the check digit says; `not-applicable` where the scheme, the maker or the form has none. */
export function checkIdentifier(scheme: ObjectScheme, value: string): CheckDigitVerdict {
  return SCHEMES[scheme].checkDigit(SCHEMES[scheme].normalise(value));
}

/** `matches`: one number; `near`: one may be taken for the other; undefined: two numbers. Takes normal forms. */
export function compareNormal(scheme: ObjectScheme, asked: string, listed: string): 'matches' | 'near' | undefined {
  if (asked === listed) return 'matches';
  if (asked.length < SHORTEST_NEAR || listed.length < SHORTEST_NEAR) return undefined;
  const { blur, isNear } = SCHEMES[scheme];
  return blur(asked) === blur(listed) && isNear(asked, listed) ? 'near' : undefined;
}
