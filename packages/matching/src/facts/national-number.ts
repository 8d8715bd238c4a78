import type { IndexedSubject, MatchQuery, NationalNumberEvidence, Verdict } from '../model.ts';
import { type NationalNumber, readNationalNumbers } from '../national-numbers/national-numbers.ts';
import { compareBirthDates, readListedDate, readPartialDate } from './birth-date.ts';
import { compareSex } from './weighing.ts';

/**
 * What the numbers asked for say of their bearer by themselves, against what is held and what is stated: reasons to look closer, without weight in the score, since
 * a state may give a number that no longer agrees (Kazakhstan since 2013).
 */
export function compareNationalNumbers(query: MatchQuery, subject: IndexedSubject): NationalNumberEvidence[] {
  return (query.documents ?? []).flatMap(({ number, country }) => {
    const [read] = readNationalNumbers(number, country);
    return read ? [evidenceOf(number, read, query, subject)] : [];
  });
}

/** A number and the paper it stands on come from one hand, so that a date that is only near is another. */
const AGREES = new Set<Verdict>(['matches', 'partial', 'unknown']);

function evidenceOf(
  number: string,
  { scheme, checkDigit, birthDate, sex }: NationalNumber,
  query: MatchQuery,
  subject: IndexedSubject,
): NationalNumberEvidence {
  const verdicts: Verdict[] = [];
  const evidence: NationalNumberEvidence = {
    kind: 'national-number',
    verdict: 'unknown',
    query: number,
    scheme,
    checkDigit,
  };
  if (birthDate !== undefined) {
    evidence.birthDate = birthDate;
    const told = readPartialDate(birthDate);
    const listed = subject.birthDates.map(readListedDate).filter((date) => date !== undefined);
    verdicts.push(compareBirthDates(told, listed).verdict);
    const stated = query.birthDate === undefined ? undefined : readPartialDate(query.birthDate);
    if (stated && !AGREES.has(compareBirthDates(told, [stated]).verdict)) evidence.otherThanStated = true;
  }
  if (sex !== undefined) {
    evidence.sex = sex;
    verdicts.push(compareSex(sex, subject.sex).verdict);
    if (compareSex(sex, query.sex).verdict === 'contradicts') evidence.otherThanStated = true;
  }
  evidence.verdict = together(verdicts);
  return evidence;
}

/** One contradiction outweighs what agrees; what is near tells more than nothing. */
function together(verdicts: Verdict[]): Verdict {
  const order: Verdict[] = ['contradicts', 'near', 'partial', 'matches'];
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}
