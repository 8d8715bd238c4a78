import type { AlertSubject } from '@entente/contracts/alerts/content';
import type { Told } from '@entente/contracts/cases/inquiries';
import type { AskedAbout } from '@entente/contracts/exchange/asks';
import { foldDocumentNumber, foldLookAlikes } from '@entente/matching/document-number';
import type { OwnInForce } from '../../alerts/index.ts';

/**
 * What of an alert is told to the state whose ask hit it: enough to know whether it is the same person and what is asked for, and
 * nothing of why, of dangers or of others. An identity that somebody misuses is its victim's, and is left out.
 */
export function extractToTell({ reference, content }: Omit<OwnInForce, 'id'>, about: AskedAbout): Told {
  const { category, subject, action = '', ground } = content;
  const identities = subject.kind === 'person' ? subject.identities.filter(({ status }) => status !== 'misused') : [];
  const sex = identities.find((identity) => identity.sex !== undefined)?.sex;
  const offence = ground.offence?.kind;
  return {
    reference,
    category,
    action,
    names: distinct(identities.flatMap(({ names }) => names.map(({ full }) => full.slice(0, 1000)))).slice(0, 100),
    birthDates: identities.flatMap(({ birthDates }) => birthDates).slice(0, 50),
    nationalities: distinct(identities.flatMap(({ nationalities }) => nationalities)).slice(0, 50),
    ...(sex && { sex }),
    ...(about.by === 'document' && { documents: countAgreeing(subject, about.number) }),
    ...(offence && { offenceKind: offence }),
  };
}

/** Documents with the number asked about, read as the index reads it; of whom else they speak is not told. */
function countAgreeing(subject: AlertSubject, asked: string): number {
  const wanted = compared(asked);
  return distinct(numbersOf(subject)).filter((number) => compared(number) === wanted).length;
}

function numbersOf(subject: AlertSubject): string[] {
  if (subject.kind === 'person') {
    return subject.identities.flatMap(({ documents }) => documents.map(({ number }) => number));
  }
  return subject.kind === 'document' && subject.number !== undefined ? [subject.number] : [];
}

function compared(number: string): string {
  return foldLookAlikes(foldDocumentNumber(number));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
