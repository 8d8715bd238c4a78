/** What an object is known by; the words an officer reads are the console's. */
export type ObjectScheme =
  | 'plate'
  | 'vin'
  | 'imo'
  | 'mmsi'
  | 'call-sign'
  | 'aircraft-registration'
  | 'icao-address'
  | 'container'
  | 'firearm-serial'
  | 'serial-number';

/** What a check digit says of a number; a wrong one is told to the officer and never refuses a number. */
export type CheckDigitVerdict = 'valid' | 'invalid' | 'not-applicable';

/** How the numbers of one scheme are read and compared. */
export interface Scheme {
  /** The form that two spellings of one number share; empty when nothing is left to compare. */
  normalise(value: string): string;
  /** Whether a normal form has the shape that its standard gives; other forms are compared all the same. */
  isWellFormed(normal: string): boolean;
  checkDigit(normal: string): CheckDigitVerdict;
  /** A key that numbers which may be taken for each other share; equal numbers share it too. */
  blur(normal: string): string;
  /** Whether two unequal numbers of one key may be taken for each other. */
  isNear(left: string, right: string): boolean;
}

/** For schemes without a check digit. */
export function noCheckDigit(): CheckDigitVerdict {
  return 'not-applicable';
}

/** For schemes whose key alone decides. */
export function alwaysNear(): boolean {
  return true;
}
