import type { AlertContent, AlertIdentity } from '@entente/contracts/alerts/content';
import { foldDocumentNumber } from '@entente/matching';
import type { Breach, ContentCheck } from '../case.ts';
import { isPartialDay } from '../days.ts';
import { breachIf, isBlank, requireWritten } from '../written.ts';

const IDENTITIES = '/subject/identities';

/** Who is meant, so that others are left alone. */
export const PERSON_CHECKS = {
  'identity-missing': ({ subject }) =>
    breachIf(subject.kind === 'person' && subject.identities.length === 0, IDENTITIES),

  'only-misused': ({ subject }) => {
    if (subject.kind !== 'person' || subject.identities.length === 0) return [];
    return breachIf(!subject.identities.some(isSought), IDENTITIES);
  },

  'name-missing': ({ subject }): Breach[] => {
    if (subject.kind === 'organisation') return breachIf(!isNamed(subject), '/subject/names');
    if (subject.kind === 'document') {
      return breachIf(subject.holder !== undefined && !isNamed(subject.holder), '/subject/holder/names');
    }
    return identitiesOf(subject).flatMap((identity, at) => breachIf(!isNamed(identity), `${IDENTITIES}/${at}/names`));
  },

  'too-little-to-identify': ({ subject }) => {
    const sought = identitiesOf(subject).filter(isSought);
    const looked = sought.length > 0 ? sought : identitiesOf(subject);
    return breachIf(looked.length > 0 && !looked.some(isTelling), IDENTITIES);
  },

  'misused-without-consent': ({ subject }) =>
    identitiesOf(subject).flatMap(({ status, victimConsent }, at) =>
      status === 'misused'
        ? requireWritten(victimConsent, `${IDENTITIES}/${at}/victimConsent`, ['reference', 'givenOn'])
        : [],
    ),

  'membership-unsourced': ({ subject }) => {
    if (subject.kind !== 'person') return [];
    return (subject.memberships ?? []).flatMap((link, at) =>
      requireWritten(link, `/subject/memberships/${at}`, ['organisation', 'source']),
    );
  },

  'designation-missing': ({ subject }) => {
    if (subject.kind !== 'organisation') return [];
    const fields = ['authority', 'instrument', 'reference', 'date'] as const;
    return requireWritten(subject.designation, '/subject/designation', fields);
  },
} as const satisfies Record<string, ContentCheck>;

function identitiesOf(subject: AlertContent['subject']): AlertIdentity[] {
  return subject.kind === 'person' ? subject.identities : [];
}

/** A false identity is nobody's, and a misused one is a victim's: neither is the person sought. */
function isSought({ status }: AlertIdentity): boolean {
  return status === 'confirmed' || status === 'claimed';
}

function isNamed({ names }: Pick<AlertIdentity, 'names'>): boolean {
  return names.some(({ full }) => !isBlank(full));
}

/** A birth date, be it a year, or a document that has a number: beside a name, enough to tell namesakes apart. */
function isTelling({ birthDates, documents }: AlertIdentity): boolean {
  return (
    birthDates.some(({ date }) => isPartialDay(date)) ||
    documents.some(({ number }) => foldDocumentNumber(number) !== '')
  );
}
