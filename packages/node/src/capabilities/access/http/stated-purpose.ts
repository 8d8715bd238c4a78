import { PURPOSE_HEADERS, type Purpose } from '@entente/contracts/access';
import { Problem } from '../../../platform/problem.ts';
import { PROBLEMS } from '../problems.ts';
import { isCaseReference } from '../rules/case.ts';

/** Purpose, legal basis and case of a request for personal data, held against the profile. */
export interface StatedPurpose {
  purpose: Purpose;
  legalBasis: string;
  caseReference?: string;
}

type Headers = Record<string, string | string[] | undefined>;

/** Reads the purpose headers; throws the Problem that says what is missing or wrong. */
export function readStatedPurpose(headers: Headers, purposes: Purpose[]): StatedPurpose {
  const id = headers[PURPOSE_HEADERS.purpose];
  const legalBasis = headers[PURPOSE_HEADERS.legalBasis];
  if (typeof id !== 'string' || typeof legalBasis !== 'string' || !id || !legalBasis) {
    throw new Problem(PROBLEMS['purpose-missing']);
  }
  const purpose = purposes.find((candidate) => candidate.id === id);
  if (!purpose) throw new Problem(PROBLEMS['unknown-purpose']);
  if (!purpose.legalBases.some((basis) => basis.id === legalBasis)) {
    throw new Problem(PROBLEMS['wrong-legal-basis']);
  }
  const caseReference = readCase(headers[PURPOSE_HEADERS.caseReference]);
  if (purpose.caseRequired && caseReference === undefined) throw new Problem(PROBLEMS['case-missing']);
  return { purpose, legalBasis, ...(caseReference !== undefined && { caseReference }) };
}

function readCase(header: string | string[] | undefined): string | undefined {
  if (header === undefined || header === '') return undefined;
  const text = typeof header === 'string' ? decode(header)?.trim() : undefined;
  if (text === undefined || !isCaseReference(text)) throw new Problem(PROBLEMS['malformed-case']);
  return text;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
