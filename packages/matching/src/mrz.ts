import type { Sex } from './model.ts';

export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';

export interface CheckDigit {
  field: 'document-number' | 'birth-date' | 'expiry-date' | 'personal-number' | 'composite';
  verdict: 'valid' | 'invalid' | 'corrected' | 'absent';
}

/** A machine-readable zone as read; fields the zone left empty are absent. */
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
  nameTruncated: boolean;
  optional?: string;
  checkDigits: CheckDigit[];
  corrections: { field: string; read: string; taken: string }[];
  lines: string[];
}

/** Why a text is no zone: `empty`, `not-a-zone` (other characters or lengths), `too-long`, `cut` (too little left to read). */
export type MrzRefusalCode = 'empty' | 'not-a-zone' | 'too-long' | 'cut';

/** What came of a text handed in as a zone; `missing` names what a cut zone no longer holds. */
export type MrzResult =
  | { ok: true; reading: MrzReading; missing: string[] }
  | { ok: false; code: MrzRefusalCode; detail: string };
