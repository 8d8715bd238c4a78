import { type Static, Type } from 'typebox';
import { Translated } from '../terms.ts';

/** What an alert may be about. */
export const AlertKind = Type.Enum([
  'person',
  'organisation',
  'document',
  'blank-documents',
  'vehicle',
  'vessel',
  'aircraft',
  'container',
  'firearm',
]);
export type AlertKind = Static<typeof AlertKind>;

const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** What an alert asks of whoever meets its subject. */
export const AlertAction = Type.Object({
  id: Id,
  names: Translated,
  /** What the officer at the border does, in one or two sentences. */
  instructions: Translated,
  /** Several alerts on one person show in this order, the gravest first. */
  order: Type.Integer({ minimum: 1 }),
  /** Takes the person's liberty. */
  detains: Type.Boolean(),
  /** Leads towards surrender to another state; refugees and protection claims block it. */
  transfers: Type.Boolean(),
  /** Protects the person; the only kind of action open for a minor. */
  protective: Type.Boolean(),
  /** Tells others where the person is. */
  tellsWhereabouts: Type.Boolean(),
});
export type AlertAction = Static<typeof AlertAction>;

/** A part of an alert that a category may ask for. */
export const Requirement = Type.Enum(['offence', 'warrant', 'authorisation', 'identity', 'decision', 'designation']);
export type Requirement = Static<typeof Requirement>;

/** A category of alerts, as the organisation's profile fixes it. */
export const Category = Type.Object({
  id: Id,
  names: Translated,
  /** What it is for, in one sentence. */
  meaning: Translated,
  /** The instrument or practice that the category's rules come from, as an officer would cite it. */
  source: Type.String(),
  kinds: Type.Array(AlertKind, { minItems: 1 }),
  requires: Type.Array(Requirement),
  /** Actions an alert of this category may ask for, the usual one first. */
  actions: Type.Array(Id, { minItems: 1 }),
  /** Actions open for a person under 18; empty: never a minor. */
  minorActions: Type.Array(Id),
  longestLifeDays: Type.Integer({ minimum: 1 }),
  /** The review date is at most so many days away. */
  reviewDays: Type.Integer({ minimum: 1 }),
  /** `neutral`: at the desk only a mark that cannot be read over the counter. */
  mark: Type.Enum(['plain', 'neutral']),
  /** Where it asks for whereabouts of an adult, consent is on record. */
  consentForWhereabouts: Type.Boolean(),
  /** Every extension needs an authorisation of its own. */
  extensionNeedsAuthorisation: Type.Boolean(),
  /** `full`: the reviewer answers for neutrality, protection, penalty, torture and dual criminality. */
  review: Type.Enum(['full', 'plain']),
  /** Roles that may read an alert of this category. */
  readers: Type.Array(Type.String(), { minItems: 1 }),
});
export type Category = Static<typeof Category>;

/** How an offence is classed; the last three count only as acts of violence. */
export const OffenceKind = Type.Enum(['ordinary', 'terrorism', 'separatism', 'extremism']);
export type OffenceKind = Static<typeof OffenceKind>;

/** What the accusation rests on. Anything but conduct is no ground for an alert. */
export const Conduct = Type.Enum([
  'violence',
  'other-conduct',
  'publication-or-speech',
  'belief-or-worship',
  'ethnicity',
  'political-activity',
  'membership-alone',
]);
export type Conduct = Static<typeof Conduct>;

/** A definition of an offence that an alert may rely on. */
export const Definition = Type.Object({
  id: Id,
  kind: OffenceKind,
  names: Translated,
  /** Instrument of the profile, where the definition is a treaty's. */
  instrument: Type.Optional(Id),
  article: Type.String(),
});
export type Definition = Static<typeof Definition>;

/** A violent act in the terms of the Convention. */
export const ViolentAct = Type.Object({ id: Id, names: Translated });
export type ViolentAct = Static<typeof ViolentAct>;

/**
 * Words looked for in what officers write. A term is a whole word or several; `*` at its end takes any ending. Chinese,
 * which has no spaces, is looked for anywhere.
 */
const Terms = Type.Object({
  en: Type.Array(Type.String({ minLength: 1 })),
  ru: Type.Array(Type.String({ minLength: 1 })),
  zh: Type.Array(Type.String({ minLength: 1 })),
});

/** What offences are measured by. */
export const Grounds = Type.Object({
  definitions: Type.Array(Definition),
  violentActs: Type.Array(ViolentAct),
  /** Words that make a reviewer answer why the ground is not belief, speech, ethnicity, religion or politics. */
  suspectTerms: Terms,
  /** Words of harm to people, one of which a violent act must be described with where words of speech or belief stand. */
  harmTerms: Terms,
});
export type Grounds = Static<typeof Grounds>;

/** GET /api/alerts/catalogue: what an issue form needs to know. */
export const Catalogue = Type.Object({
  /** ISO 3166-1 codes of this node's state: a state enters only documents it issued. */
  state: Type.Object({ iso2: Type.String(), iso3: Type.String() }),
  categories: Type.Array(Category),
  actions: Type.Array(AlertAction),
  grounds: Grounds,
});
export type Catalogue = Static<typeof Catalogue>;
