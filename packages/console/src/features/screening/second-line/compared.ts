import type { Identity, ListedBirthDate } from '@entente/contracts/alerts';
import type { Candidate, ReadAs } from '@entente/contracts/screening';
import { type Verdict, verdictOf } from '../evidence-words.ts';

/** What of an identity can be held against what the traveller shows. */
export type Compared = Partial<Record<'names' | 'birthDates' | 'nationalities' | 'sex' | 'documents', Verdict>>;

const RANK: Verdict[] = ['matches', 'near', 'partial', 'contradicts', 'unknown'];

/**
 * How one identity of an alert stands against the traveller as read. Names as the node scored them, since only it
 * reads every script; what the traveller or the identity does not say is left out, for it speaks neither way.
 */
export function compareIdentity(readAs: ReadAs, identity: Identity, evidence: Candidate['evidence']): Compared {
  const compared: Compared = {};
  const names = compareNames(readAs, identity, evidence);
  if (names) compared.names = names;
  const { birthDate, nationality, sex } = readAs;
  if (birthDate !== undefined && identity.birthDates.length > 0) {
    compared.birthDates = best(identity.birthDates.map((listed) => compareBirthDate(birthDate, listed)));
  }
  if (nationality !== undefined && identity.nationalities.length > 0) {
    compared.nationalities = identity.nationalities.includes(nationality) ? 'matches' : 'contradicts';
  }
  if (sex !== undefined && sex !== 'unspecified' && identity.sex !== undefined) {
    compared.sex = identity.sex === sex ? 'matches' : 'contradicts';
  }
  const number = readAs.documentNumber ?? readAs.mrz?.documentNumber;
  // Another number is no contradiction: people have several documents.
  if (number !== undefined && identity.documents.some((document) => fold(document.number) === fold(number))) {
    compared.documents = 'matches';
  }
  return compared;
}

function compareNames(readAs: ReadAs, identity: Identity, evidence: Candidate['evidence']): Verdict | undefined {
  const scored = evidence.flatMap((piece) =>
    piece.kind === 'name' && identity.names.some(({ full }) => full === piece.listed) ? [verdictOf(piece)] : [],
  );
  if (scored.length > 0) return best(scored);
  const read = new Set(readAs.names.map(fold));
  return identity.names.some(({ full }) => read.has(fold(full))) ? 'matches' : undefined;
}

/** A date known in part agrees in part; about a year, one year off is near. */
export function compareBirthDate(shown: string, { date, to, circa }: ListedBirthDate): Verdict {
  const year = Number(shown.slice(0, 4));
  if (to !== undefined) {
    return shown.slice(0, date.length) >= date && shown.slice(0, to.length) <= to ? 'partial' : 'contradicts';
  }
  if (shown === date) return shown.length === 10 ? 'matches' : 'partial';
  if (shown.startsWith(date) || date.startsWith(shown)) return 'partial';
  return circa && Math.abs(year - Number(date.slice(0, 4))) <= 1 ? 'near' : 'contradicts';
}

function best(verdicts: Verdict[]): Verdict {
  return verdicts.toSorted((left, right) => RANK.indexOf(left) - RANK.indexOf(right))[0] ?? 'unknown';
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
