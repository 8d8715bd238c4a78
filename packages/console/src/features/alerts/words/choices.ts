import type { Catalogue } from '@entente/contracts/alerts/catalogue';
import type { Organisation } from '@entente/contracts/membership';
import type { Language, Translated } from '@entente/contracts/terms';
import type { IntlShape } from 'react-intl';
import { DOCUMENT_TYPES, IDENTITY_STATUSES, NAME_KINDS, SEXES } from '../../../ui/identity-words.ts';
import { SUBJECT_KINDS } from '../../../ui/listed-words.ts';
import { languageOf } from '../../../ui/translated.ts';
import { DANGERS } from '../../../ui/warnings.tsx';

/** Answers that may be given to a field, by the end of its pointer; the longest end that fits counts. */
const CHOICES = {
  '/subject/kind': SUBJECT_KINDS,
  '/identities/*/status': IDENTITY_STATUSES,
  '/holder/status': IDENTITY_STATUSES,
  '/names/*/kind': NAME_KINDS,
  '/names/*/quality': { good: 'alert.choice.good', low: 'alert.choice.low' },
  '/sex': { male: SEXES.male, female: SEXES.female },
  '/documents/*/type': DOCUMENT_TYPES,
  '/identifiers/*/type': DOCUMENT_TYPES,
  '/dangers/*': DANGERS,
  '/reliability': {
    A: 'alert.choice.reliability.A',
    B: 'alert.choice.reliability.B',
    C: 'alert.choice.reliability.C',
    D: 'alert.choice.reliability.D',
    E: 'alert.choice.reliability.E',
    F: 'alert.choice.reliability.F',
  },
  '/credibility': {
    1: 'alert.choice.credibility.1',
    2: 'alert.choice.credibility.2',
    3: 'alert.choice.credibility.3',
    4: 'alert.choice.credibility.4',
    5: 'alert.choice.credibility.5',
    6: 'alert.choice.credibility.6',
  },
  '/protection': {
    'none-known': 'alert.choice.none-known',
    claim: 'alert.choice.claim',
    refugee: 'alert.choice.refugee',
  },
  '/documentType': {
    passport: 'alert.choice.passport',
    'national-id': 'alert.choice.national-id',
    'residence-permit': 'alert.choice.residence-permit',
    visa: 'alert.choice.visa',
    'driving-licence': 'alert.choice.driving-licence',
    'vehicle-paper': 'alert.choice.vehicle-paper',
  },
  '/subject/status': {
    lost: 'alert.choice.lost',
    stolen: 'alert.choice.stolen',
    invalidated: 'alert.choice.invalidated',
  },
  '/offence/kind': {
    ordinary: 'alert.choice.ordinary',
    terrorism: 'alert.choice.terrorism',
    separatism: 'alert.choice.separatism',
    extremism: 'alert.choice.extremism',
  },
  '/conduct': {
    violence: 'alert.choice.violence',
    'other-conduct': 'alert.choice.other-conduct',
    'publication-or-speech': 'alert.choice.publication-or-speech',
    'belief-or-worship': 'alert.choice.belief-or-worship',
    ethnicity: 'alert.choice.ethnicity',
    'political-activity': 'alert.choice.political-activity',
    'membership-alone': 'alert.choice.membership-alone',
  },
  '/warrant/kind': {
    'arrest-warrant': 'alert.choice.arrest-warrant',
    judgment: 'alert.choice.judgment',
    decision: 'alert.choice.decision',
  },
  '/authorisation/by': { court: 'alert.choice.court', prosecutor: 'alert.choice.prosecutor' },
  '/authorisation/ground': {
    'serious-violent-offence': 'alert.choice.serious-violent-offence',
    'concrete-threat': 'alert.choice.concrete-threat',
  },
  '/circa': { true: 'alert.choice.true' },
  '/audience/kind': {
    national: 'alert.choice.audience.national',
    'all-members': 'alert.choice.audience.all-members',
    members: 'alert.choice.audience.members',
  },
  '/audience/searchable': { true: 'alert.choice.yes', false: 'alert.choice.no' },
} as const;

type Ends = typeof CHOICES;
type ChoiceWord = { [End in keyof Ends]: Ends[End][keyof Ends[End]] }[keyof Ends];

export interface Choice {
  value: string;
  label: string;
}

/** What answers are named by: the organisation's profile, in the reader's language. */
export interface Profile {
  catalogue: Catalogue;
  organisation: Pick<Organisation, 'treaties' | 'states' | 'bodies'>;
}

/** The answers that may be given to the field at a pointer; null where it takes any text. */
export function choicesOf(intl: IntlShape, { catalogue, organisation }: Profile, pointer: string): Choice[] | null {
  const language = languageOf(intl);
  const named = (all: { id: string; names: Translated }[]) =>
    all.map(({ id, names }) => ({ value: id, label: names[language] }));
  switch (pointer) {
    case '/category':
      return named(catalogue.categories);
    case '/action':
      return named(catalogue.actions);
    case '/ground/instrument':
      return organisation.treaties.map(({ id, titles }) => ({ value: id, label: titleIn(titles, language) }));
    case '/ground/offence/definition':
      return named(catalogue.grounds.definitions);
    case '/ground/offence/violentAct/act':
      return named(catalogue.grounds.violentActs);
  }
  const end = endOf(pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*'));
  if (!end) return null;
  return Object.entries<ChoiceWord>(CHOICES[end]).map(([value, id]) => ({ value, label: intl.formatMessage({ id }) }));
}

function titleIn(titles: Translated, language: Language): string {
  return titles[language];
}

function endOf(pointer: string): keyof Ends | undefined {
  return (Object.keys(CHOICES) as (keyof Ends)[])
    .filter((end) => pointer.endsWith(end))
    .toSorted((left, right) => right.length - left.length)[0];
}
