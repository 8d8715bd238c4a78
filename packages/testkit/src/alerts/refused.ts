// Table: for each rule of the content, one alert that this rule refuses and no other.
import type { VersionKind } from '@entente/contracts/alerts/alert';
import type { Category } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { ContentRule } from '@entente/contracts/alerts/rules';
import { dayFrom } from './days.ts';
import { type LawfulWish, lawfulContent } from './lawful.ts';
import { identityOf, offenceOf, type Spoiling, subjectOf, violentActOf } from './spoiling.ts';

export const REFUSED: Record<ContentRule, Spoiling> = {
  'unknown-category': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      alert.category = 'undesirable';
    },
  },
  'kind-not-of-category': {
    category: 'wanted-for-arrest',
    spoil: (alert, { lawful }) => {
      alert.subject = lawful('object-sought').subject;
    },
  },
  'legal-basis-missing': {
    category: 'missing',
    spoil: (alert) => {
      alert.ground.legalBasis = ' — ';
    },
  },
  'unknown-instrument': {
    category: 'missing',
    spoil: (alert) => {
      alert.ground.instrument = 'warsaw-pact-1955';
    },
  },
  'issuing-authority-missing': {
    category: 'object-sought',
    spoil: (alert) => {
      alert.ground.issuingAuthority!.reference = '';
    },
  },
  'issuing-date-in-future': {
    category: 'object-sought',
    spoil: (alert, { day }) => {
      alert.ground.issuingAuthority!.date = day(2);
    },
  },
  'action-missing': {
    category: 'missing',
    spoil: (alert) => {
      delete alert.action;
    },
  },
  'action-not-permitted': {
    category: 'inquiry-check',
    spoil: (alert) => {
      alert.action = 'arrest';
    },
  },
  'document-action': {
    category: 'document-lost-stolen',
    profile: (categories) => {
      categories.find(({ id }) => id === 'document-lost-stolen')!.actions.push('arrest');
    },
    spoil: (alert) => {
      alert.action = 'arrest';
    },
  },
  'refugee-blocks-transfer': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      subjectOf(alert, 'person').protection = 'claim';
    },
  },

  'offence-missing': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      delete alert.ground.offence;
    },
  },
  'definition-missing': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      delete offenceOf(alert).definition;
    },
  },
  'definition-unknown': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      offenceOf(alert).definition = 'disloyalty';
    },
  },
  'definition-of-another-kind': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      offenceOf(alert).definition = 'terrorism-2001';
    },
  },
  'conduct-missing': {
    category: 'inquiry-check',
    spoil: (alert) => {
      delete offenceOf(alert).conduct;
    },
  },
  'no-ground-of-speech': {
    category: 'wanted-for-arrest',
    offence: 'extremism',
    spoil: (alert) => {
      offenceOf(alert).description = 'Author of an article in the newspaper of 12 March, held to be extremist.';
      offenceOf(alert).conduct = 'publication-or-speech';
    },
  },
  'no-ground-of-belief': {
    category: 'wanted-for-arrest',
    offence: 'extremism',
    spoil: (alert) => {
      offenceOf(alert).conduct = 'belief-or-worship';
    },
  },
  'no-ground-of-ethnicity': {
    category: 'inquiry-check',
    spoil: (alert) => {
      offenceOf(alert).conduct = 'ethnicity';
    },
  },
  'no-ground-of-politics': {
    category: 'wanted-for-arrest',
    offence: 'separatism',
    spoil: (alert) => {
      offenceOf(alert).conduct = 'political-activity';
    },
  },
  'membership-is-no-ground': {
    category: 'wanted-for-arrest',
    offence: 'terrorism',
    spoil: (alert) => {
      offenceOf(alert).conduct = 'membership-alone';
    },
  },
  'no-violent-act': {
    category: 'wanted-for-arrest',
    offence: 'extremism',
    spoil: (alert) => {
      delete offenceOf(alert).violentAct;
    },
  },
  'violent-act-unknown': {
    category: 'wanted-for-arrest',
    offence: 'terrorism',
    spoil: (alert) => {
      violentActOf(alert).act = 'agitation';
    },
  },
  'violent-act-incomplete': {
    category: 'wanted-for-arrest',
    offence: 'terrorism',
    spoil: (alert) => {
      violentActOf(alert).place = '';
    },
  },
  'violent-act-of-speech': {
    category: 'wanted-for-arrest',
    offence: 'extremism',
    spoil: (alert) => {
      violentActOf(alert).act = 'armed-attack';
      violentActOf(alert).description = 'An attack on the constitutional order by an article in a newspaper.';
    },
  },
  'warrant-missing': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      delete alert.ground.warrant;
    },
  },
  'warrant-in-future': {
    category: 'wanted-for-arrest',
    spoil: (alert, { day }) => {
      alert.ground.warrant!.date = day(2);
    },
  },
  'arrest-on-a-decision': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      alert.ground.warrant!.kind = 'decision';
    },
  },
  'authorisation-missing': {
    category: 'discreet-check',
    spoil: (alert) => {
      delete alert.ground.authorisation;
    },
  },
  'authorisation-in-future': {
    category: 'discreet-check',
    spoil: (alert, { day }) => {
      alert.ground.authorisation!.date = day(2);
    },
  },
  'discreet-without-ground': {
    category: 'discreet-check',
    kind: 'vehicle',
    spoil: (alert) => {
      alert.ground.authorisation!.description = '';
    },
  },
  'discreet-on-speech': {
    category: 'discreet-check',
    spoil: (alert) => {
      alert.ground.authorisation!.description = 'Пишет статьи и выступает на митингах оппозиции.';
    },
  },
  'discreet-too-long': {
    category: 'discreet-check',
    spoil: (alert, { day }) => {
      alert.ground.authorisation!.date = day(-60);
      alert.expiresOn = day(330);
    },
  },
  'extension-needs-authorisation': {
    category: 'discreet-check',
    version: 'extension',
    spoil: (alert, { day }) => {
      alert.expiresOn = day(350);
    },
  },
  'whereabouts-without-consent': {
    category: 'missing',
    spoil: (alert) => {
      alert.action = 'report-whereabouts';
      delete alert.ground.whereaboutsConsent;
    },
  },

  'identity-missing': {
    category: 'missing',
    spoil: (alert) => {
      subjectOf(alert, 'person').identities = [];
    },
  },
  'only-misused': {
    category: 'wanted-for-arrest',
    spoil: (alert, { day }) => {
      identityOf(alert).status = 'misused';
      identityOf(alert).victimConsent = { reference: 'V-1', givenOn: day(-9) };
    },
  },
  'name-missing': {
    category: 'witness',
    spoil: (alert) => {
      identityOf(alert).names = [];
    },
  },
  'too-little-to-identify': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      identityOf(alert).birthDates = [];
      identityOf(alert).documents = [];
    },
  },
  'misused-without-consent': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      const { victimConsent: _, ...victim } = identityOf(alert);
      subjectOf(alert, 'person').identities.push({ ...victim, status: 'misused' });
    },
  },
  'membership-unsourced': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      const link = { organisation: 'Invented Society', source: '', reliability: 'B', credibility: '3' } as const;
      subjectOf(alert, 'person').memberships = [link];
    },
  },
  'designation-missing': {
    category: 'organisation-designated',
    spoil: (alert) => {
      delete subjectOf(alert, 'organisation').designation;
    },
  },

  'minor-never': {
    category: 'discreet-check',
    spoil: (alert, { day }) => {
      identityOf(alert).birthDates = [{ date: day(-17 * 365).slice(0, 4) }];
    },
  },
  'minor-protective-first': {
    category: 'wanted-for-arrest',
    minor: true,
    spoil: (alert) => {
      alert.action = 'arrest';
    },
  },
  'child-protection-contact-missing': {
    category: 'protective',
    minor: true,
    spoil: (alert) => {
      subjectOf(alert, 'person').childProtection!.contact = '';
    },
  },
  'review-at-majority': {
    category: 'missing',
    minor: true,
    spoil: (alert, { day }) => {
      identityOf(alert).birthDates = [{ date: `${Number(day(60).slice(0, 4)) - 18}${day(60).slice(4)}` }];
      alert.reviewOn = day(90);
    },
  },

  'document-type-missing': {
    category: 'document-lost-stolen',
    spoil: (alert) => {
      delete subjectOf(alert, 'document').documentType;
    },
  },
  'document-number-missing': {
    category: 'document-lost-stolen',
    spoil: (alert) => {
      subjectOf(alert, 'document').number = '№ —';
    },
  },
  'document-issuer-missing': {
    category: 'blank-documents-stolen',
    spoil: (alert) => {
      delete subjectOf(alert, 'blank-documents').issuer;
    },
  },
  'document-of-another-state': {
    category: 'document-lost-stolen',
    spoil: (alert) => {
      subjectOf(alert, 'document').issuer = 'DEU';
    },
  },
  'document-status-missing': {
    category: 'document-lost-stolen',
    spoil: (alert) => {
      delete subjectOf(alert, 'document').status;
    },
  },
  'status-not-of-category': {
    category: 'document-invalidated',
    spoil: (alert) => {
      subjectOf(alert, 'document').status = 'stolen';
    },
  },
  'invalidation-missing': {
    category: 'document-invalidated',
    spoil: (alert) => {
      subjectOf(alert, 'document').invalidation!.appeal = '';
    },
  },
  'invalidation-in-future': {
    category: 'document-invalidated',
    spoil: (alert, { day }) => {
      subjectOf(alert, 'document').invalidation!.date = day(2);
    },
  },
  'blank-range-malformed': {
    category: 'blank-documents-stolen',
    spoil: (alert) => {
      subjectOf(alert, 'blank-documents').to = '99';
    },
  },
  'blank-range-too-large': {
    category: 'blank-documents-stolen',
    spoil: (alert) => {
      subjectOf(alert, 'blank-documents').from = '00000001';
      subjectOf(alert, 'blank-documents').to = '09999999';
    },
  },
  'object-unidentified': {
    category: 'object-sought',
    kind: 'vehicle',
    spoil: (alert) => {
      const vehicle = subjectOf(alert, 'vehicle');
      delete vehicle.vin;
      delete vehicle.country;
    },
  },
  'identifier-invalid': {
    category: 'object-sought',
    kind: 'vessel',
    spoil: (alert) => {
      const vessel = subjectOf(alert, 'vessel');
      delete vessel.name;
      vessel.imo = `${vessel.imo!.slice(0, -1)}${(Number(vessel.imo!.at(-1)) + 1) % 10}`;
    },
  },

  'audience-empty': {
    category: 'missing',
    spoil: (alert) => {
      alert.audience = { kind: 'members', states: [] };
    },
  },
  'audience-unknown': {
    category: 'missing',
    spoil: (alert) => {
      alert.audience = { kind: 'members', states: ['IN', 'XX'] };
    },
  },
  'expiry-missing': {
    category: 'missing',
    spoil: (alert) => {
      delete alert.expiresOn;
    },
  },
  'expiry-in-the-past': {
    category: 'missing',
    spoil: (alert, { day }) => {
      alert.expiresOn = day(-2);
    },
  },
  'life-too-long': {
    category: 'inquiry-check',
    spoil: (alert, { day }) => {
      alert.expiresOn = day(368);
    },
  },
  'review-date-missing': {
    category: 'missing',
    spoil: (alert) => {
      delete alert.reviewOn;
    },
  },
  'review-in-the-past': {
    category: 'missing',
    spoil: (alert, { day }) => {
      alert.reviewOn = day(-2);
    },
  },
  'review-too-late': {
    category: 'discreet-check',
    spoil: (alert, { day }) => {
      alert.reviewOn = day(185);
    },
  },

  'impossible-date': {
    category: 'wanted-for-arrest',
    spoil: (alert) => {
      alert.ground.warrant!.date = '2025-02-30';
    },
  },
  'date-in-future': {
    category: 'organisation-designated',
    spoil: (alert, { day }) => {
      subjectOf(alert, 'organisation').designation!.date = day(2);
    },
  },

  'extension-changes-content': {
    category: 'wanted-for-arrest',
    version: 'extension',
    spoil: (alert, { day }) => {
      alert.expiresOn = day(360);
      subjectOf(alert, 'person').description = 'Tall, of about forty.';
    },
  },
  'extension-not-later': {
    category: 'wanted-for-arrest',
    version: 'extension',
    spoil: (alert, { day }) => {
      alert.expiresOn = day(250);
      alert.reviewOn = day(20);
    },
  },
  'amendment-moves-expiry': {
    category: 'wanted-for-arrest',
    version: 'amendment',
    spoil: (alert, { day }) => {
      alert.expiresOn = day(360);
    },
  },
  'amendment-changes-category': {
    category: 'missing',
    version: 'amendment',
    spoil: (alert, { day }) => {
      alert.category = 'protective';
      alert.action = 'place-under-protection';
      alert.reviewOn = day(30);
    },
  },

  'hidden-characters': {
    category: 'missing',
    spoil: (alert) => {
      alert.note = 'Harmless\u202e gnihtyna ton';
    },
  },
  'text-too-long': {
    category: 'witness',
    spoil: (alert) => {
      identityOf(alert).names[0]!.full = 'Ж'.repeat(301);
    },
  },
};

/** An alert that one rule refuses: its content, what version it is, and the profile's categories it stands under. */
export interface RefusedAlert {
  content: AlertContent;
  kind: VersionKind;
  before?: AlertContent;
  categories: Category[];
}

/** The example of a rule, about another invented subject for every seed. */
export function refusedAlert(
  rule: ContentRule,
  seed: number,
  { now, state, categories }: Pick<LawfulWish, 'now' | 'state'> & { categories: readonly Category[] },
): RefusedAlert {
  const { category, kind, minor, offence, version = 'issue', profile, spoil } = REFUSED[rule];
  const lawful = (id: string, wish: Partial<LawfulWish> = {}) =>
    lawfulContent(categories.find((one) => one.id === id)!, seed, { now, state, ...wish });
  const before = lawful(category, { ...(kind && { kind }), ...(minor && { minor }), ...(offence && { offence }) });
  const content = structuredClone(before);
  spoil(content, { day: (offset) => dayFrom(now, offset), lawful });
  const own = structuredClone([...categories]);
  profile?.(own);
  return { content, kind: version, ...(version !== 'issue' && { before }), categories: own };
}
