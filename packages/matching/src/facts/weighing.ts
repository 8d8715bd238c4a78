import type { Band, Sex, Verdict } from '../model.ts';

/** What is known besides the name, each from -1 (contradicts) over 0 (unknown) to 1 (agrees). */
export interface Findings {
  birthDate: number;
  nationality: number;
  sex: number;
  /** The best document finding: 1 near, 0.5 of another issuer, 0 none. An exact one has a band of its own. */
  document: number;
}

/** A name alone, however equal, leaves this much to be known. */
const NAME_ALONE = 0.9;

/** Share of the open rest that an agreeing fact fills. */
const AGREEING = { birthDate: 0.6, nationality: 0.2, sex: 0.05, document: 0.15 } as const;

/** What a contradiction leaves of the score. */
const CONTRADICTING = { birthDate: 0.68, nationality: 0.93, sex: 0.85 } as const;

/** Agreeing facts make up for a misspelt name: the name's score is raised to a power that falls to this. */
const MISSPELT = 0.55;

/** A list's own weak alias counts this much. */
const WEAK_ALIAS = 0.85;

/** From this score on a candidate is strong; from that one on it is shown. Measured: docs/reference/matching.md. */
export const STRONG = 0.83;
export const POSSIBLE = 0.65;

/** An exact document's score starts here and ends at 1, by how much else agrees. */
const EXACT_DOCUMENT = 0.95;

/** The score of a candidate from its name's score and what else is known, 0 to 1. */
export function weigh(name: number, findings: Findings, weakAlias: boolean): number {
  const agreement =
    AGREEING.birthDate * Math.max(0, findings.birthDate) +
    AGREEING.nationality * Math.max(0, findings.nationality) +
    AGREEING.sex * Math.max(0, findings.sex) +
    AGREEING.document * findings.document;
  const named = (weakAlias ? WEAK_ALIAS : 1) * name ** (1 - (1 - MISSPELT) * agreement);
  return named * (NAME_ALONE + (1 - NAME_ALONE) * agreement) * contradiction(findings);
}

/** The score of a candidate whose document number agrees exactly. */
export function weighExactDocument(byName: number): number {
  return EXACT_DOCUMENT + (1 - EXACT_DOCUMENT) * byName;
}

/** A document number that agrees but for look-alikes is shown even where names say nothing. */
export function weighNearDocument(byName: number, document: number): number {
  return Math.max(byName, document >= 1 ? POSSIBLE + 0.05 * byName : 0);
}

/** The band of a score; undefined when it is none. A weak alias never makes it strong. */
export function bandOf(score: number, weakAlias: boolean): Band | undefined {
  if (score >= STRONG && !weakAlias) return 'strong';
  return score >= POSSIBLE ? 'possible' : undefined;
}

export function compareNationality(
  query: string | undefined,
  listed: readonly string[],
): { verdict: Verdict; value: number } {
  if (query === undefined || listed.length === 0) return { verdict: 'unknown', value: 0 };
  return listed.includes(query) ? { verdict: 'matches', value: 1 } : { verdict: 'contradicts', value: -1 };
}

export function compareSex(query: Sex | undefined, listed: Sex | undefined): { verdict: Verdict; value: number } {
  const unknown = [undefined, 'unspecified'];
  if (unknown.includes(query) || unknown.includes(listed)) return { verdict: 'unknown', value: 0 };
  return query === listed ? { verdict: 'matches', value: 1 } : { verdict: 'contradicts', value: -1 };
}

function contradiction({ birthDate, nationality, sex }: Findings): number {
  const factor = (value: number, left: number) => (value < 0 ? 1 + value * (1 - left) : 1);
  return (
    factor(birthDate, CONTRADICTING.birthDate) *
    factor(nationality, CONTRADICTING.nationality) *
    factor(sex, CONTRADICTING.sex)
  );
}
