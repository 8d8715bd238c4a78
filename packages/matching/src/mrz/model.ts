import type { Sex } from '../model.ts';

export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';

/** One check digit; `corrected`: one look-alike was put right; `absent`: filler, or cut away. */
export interface CheckDigit {
  field: 'document-number' | 'birth-date' | 'expiry-date' | 'personal-number' | 'composite';
  verdict: 'valid' | 'invalid' | 'corrected' | 'absent';
}

/** A character put right: in which field, what was read and what it was taken for. */
export interface MrzCorrection {
  field: string;
  read: string;
  taken: string;
}

/** A machine-readable zone as read; fields the zone left empty are absent. Codes of states are as printed (`D`, `XXA`). */
export interface MrzReading {
  format: MrzFormat;
  documentCode: string;
  issuer?: string;
  documentNumber?: string;
  nationality?: string;
  birthDate?: string;
  expiryDate?: string;
  sex: Sex;
  family: string;
  given: string;
  /** The name field was full, so the name may be cut (ICAO Doc 9303-3, 4.6). */
  nameTruncated: boolean;
  optional?: string;
  checkDigits: CheckDigit[];
  corrections: MrzCorrection[];
  lines: string[];
}

/** A field that a cut zone no longer holds in full. */
export type MrzField =
  | 'issuer'
  | 'name'
  | 'document-number'
  | 'nationality'
  | 'birth-date'
  | 'sex'
  | 'expiry-date'
  | 'optional'
  | 'composite';

/** Why a text is no zone: nothing in it; characters or lengths no format has; too long; too little left to read. */
export type MrzRefusalCode = 'empty' | 'not-a-zone' | 'too-long' | 'cut';

/** What came of a text handed in as a zone; `missing` names what a cut zone no longer holds. */
export type MrzResult =
  | { ok: true; reading: MrzReading; missing: MrzField[] }
  | { ok: false; code: MrzRefusalCode; detail: string };
