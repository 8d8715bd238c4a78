import type { ReadAs } from '@entente/contracts/screening';
import type { CasePersonal } from '../model/case.ts';

/** Refugees under the 1951 Convention, and others (ICAO Doc 9303-3, section 5): in the place of a nationality or an issuer. */
const REFUGEE_CODES = ['XXB', 'XXC'];

/** Whether what the traveller showed is a refugee's document. */
export function areRefugeePapers({ mrz, nationality }: ReadAs): boolean {
  return [mrz?.issuer, mrz?.nationality, nationality].some(
    (code) => code !== undefined && REFUGEE_CODES.includes(code),
  );
}

/** Whether the person of a case is protected: by his papers, or by a claim recorded with any verdict on him, this one or another. */
export function isProtected(
  { readAs, given }: Pick<CasePersonal, 'readAs' | 'given'>,
  { claimsProtection = false }: { claimsProtection?: boolean | undefined } = {},
): boolean {
  return claimsProtection || areRefugeePapers(readAs) || given.some((verdict) => verdict.claimsProtection === true);
}
