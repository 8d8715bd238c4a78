import type { AlertContent, AlertIdentity } from '@entente/contracts/alerts/content';
import { inventPerson } from '../people/person.ts';
import type { InDays, ScriptedAlert } from './scripted-alert.ts';

const SEED = 20_180_609;

/** Ordinary alerts beside those with a story, with the gaps that registers have: partial dates, no passport, several names. */
export function massAlerts(day: InDays, count: number): ScriptedAlert[] {
  return Array.from({ length: count }, (_, at) => ({ fate: 'in-force', content: massAlert(day, at) }));
}

function massAlert(day: InDays, at: number): AlertContent {
  const { identity } = inventPerson(SEED, at);
  const confirmed: AlertIdentity = {
    ...identity,
    status: 'confirmed',
    // Too little is known of some to tell them from others: then a year, at least, is on record.
    birthDates: identity.birthDates.length > 0 ? identity.birthDates : [{ date: String(1950 + (at % 40)) }],
  };
  const common: Pick<AlertContent, 'subject' | 'expiresOn' | 'reviewOn'> = {
    subject: { kind: 'person', identities: [confirmed], protection: 'none-known' },
    expiresOn: day(30 + at * 5),
    reviewOn: day(20 + at * 4),
  };
  const issuingAuthority = {
    name: 'Investigation Department (invented)',
    reference: `INV-M/${at + 1}`,
    date: day(-60 - at),
  };
  const warrant = { authority: 'City Court (invented)', number: `M-${at + 1}`, date: day(-70 - at) };
  if (at % 3 === 0) {
    return {
      ...common,
      category: 'witness',
      ground: {
        legalBasis: 'Criminal Procedure Code (invented), article 208',
        issuingAuthority,
        warrant: { kind: 'decision', ...warrant },
      },
      action: 'serve-summons',
    };
  }
  return {
    ...common,
    category: 'wanted-for-arrest',
    ground: {
      legalBasis: 'Criminal Procedure Code (invented), article 178',
      issuingAuthority,
      offence: {
        kind: 'ordinary',
        description: at % 2 === 0 ? 'Robbery of a filling station with a knife.' : 'Theft of a herd of forty horses.',
        provision: 'Criminal Code (invented), articles 192 and 188',
        definition: 'national-criminal-law',
        conduct: at % 2 === 0 ? 'violence' : 'other-conduct',
      },
      warrant: { kind: 'arrest-warrant', ...warrant },
    },
    action: 'arrest',
  };
}
