import { type Static, Type } from 'typebox';
import { Identity, ListedDocument, ListedName } from '../alerts.ts';
import { PartialDate } from '../terms.ts';
import { Conduct, OffenceKind } from './catalogue.ts';

/**
 * What an officer writes into an alert. A draft may lack almost anything: what is missing or may not be is said by the
 * rules (docs/reference/alert-rules.md), each with the field it is about, and nothing incomplete comes into force.
 */
const Line = Type.String({ maxLength: 300 });
const Text = Type.String({ maxLength: 4000 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Country = Type.String({ pattern: '^[A-Z]{3}$' });
const closed = { additionalProperties: false };

/** One identity of a person. One that somebody else misuses is the victim's own, and serves only to clear the victim. */
export const AlertIdentity = Type.Object(
  {
    ...Identity.properties,
    names: Type.Array(ListedName, { maxItems: 50 }),
    birthDates: Type.Array(Identity.properties.birthDates.items, { maxItems: 20 }),
    birthPlaces: Type.Array(Line, { maxItems: 20 }),
    nationalities: Type.Array(Country, { maxItems: 10 }),
    documents: Type.Array(ListedDocument, { maxItems: 50 }),
    /** The victim's consent, for a misused identity. */
    victimConsent: Type.Optional(Type.Object({ reference: Line, givenOn: Day }, closed)),
  },
  closed,
);
export type AlertIdentity = Static<typeof AlertIdentity>;

/** A link to an organisation, with who says so and how good it is (the 6x6 system of grading). Never an alert by itself. */
export const MembershipLink = Type.Object(
  {
    organisation: Line,
    source: Line,
    reliability: Type.Enum(['A', 'B', 'C', 'D', 'E', 'F']),
    credibility: Type.Enum(['1', '2', '3', '4', '5', '6']),
  },
  closed,
);
export type MembershipLink = Static<typeof MembershipLink>;

export const Danger = Type.Enum(['armed', 'violent', 'escape-risk', 'explosives', 'suicide-risk', 'contagious']);
export type Danger = Static<typeof Danger>;

const PersonSubject = Type.Object(
  {
    kind: Type.Literal('person'),
    identities: Type.Array(AlertIdentity, { maxItems: 20 }),
    description: Type.Optional(Text),
    marks: Type.Optional(Type.Array(Line, { maxItems: 30 })),
    /** ISO 639 codes of languages spoken. */
    languages: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]{2,3}$' }), { maxItems: 20 })),
    dangers: Type.Optional(Type.Array(Danger, { maxItems: 10, uniqueItems: true })),
    medical: Type.Optional(Type.Array(Line, { maxItems: 10 })),
    memberships: Type.Optional(Type.Array(MembershipLink, { maxItems: 20 })),
    /** What the issuing state knows of refugee status or a protection claim anywhere. */
    protection: Type.Optional(Type.Enum(['none-known', 'claim', 'refugee'])),
    /** For a minor: who must be told before anything else is done. */
    childProtection: Type.Optional(Type.Object({ authority: Line, contact: Line }, closed)),
  },
  closed,
);

const OrganisationSubject = Type.Object(
  {
    kind: Type.Literal('organisation'),
    names: Type.Array(ListedName, { maxItems: 50 }),
    identifiers: Type.Array(ListedDocument, { maxItems: 20 }),
    addresses: Type.Array(Line, { maxItems: 20 }),
    /** Who designated it, by which instrument. */
    designation: Type.Optional(Type.Object({ authority: Line, instrument: Line, reference: Line, date: Day }, closed)),
  },
  closed,
);

const DocumentType = Type.Enum([
  'passport',
  'national-id',
  'residence-permit',
  'visa',
  'driving-licence',
  'vehicle-paper',
]);

/** Decision by which a document was invalidated, and how its holder may appeal. */
const Invalidation = Type.Object({ authority: Line, number: Line, date: Day, appeal: Line }, closed);

const DocumentSubject = Type.Object(
  {
    kind: Type.Literal('document'),
    documentType: Type.Optional(DocumentType),
    number: Type.Optional(Line),
    /** The state that issued it, ISO 3166-1 alpha-3. */
    issuer: Type.Optional(Country),
    status: Type.Optional(Type.Enum(['lost', 'stolen', 'invalidated'])),
    reportedOn: Type.Optional(Day),
    holder: Type.Optional(AlertIdentity),
    invalidation: Type.Optional(Invalidation),
  },
  closed,
);

const BlankDocumentsSubject = Type.Object(
  {
    kind: Type.Literal('blank-documents'),
    documentType: Type.Optional(DocumentType),
    issuer: Type.Optional(Country),
    /** Letters before the digits, may be empty. */
    prefix: Type.Optional(Type.String({ maxLength: 10 })),
    from: Type.Optional(Type.String({ maxLength: 20 })),
    to: Type.Optional(Type.String({ maxLength: 20 })),
    reportedOn: Type.Optional(Day),
  },
  closed,
);

const VehicleSubject = Type.Object(
  {
    kind: Type.Literal('vehicle'),
    plate: Type.Optional(Line),
    country: Type.Optional(Country),
    vin: Type.Optional(Line),
    make: Type.Optional(Line),
    model: Type.Optional(Line),
    colour: Type.Optional(Line),
  },
  closed,
);

const VesselSubject = Type.Object(
  {
    kind: Type.Literal('vessel'),
    name: Type.Optional(Line),
    imo: Type.Optional(Line),
    mmsi: Type.Optional(Line),
    callSign: Type.Optional(Line),
    flag: Type.Optional(Country),
  },
  closed,
);

const AircraftSubject = Type.Object(
  {
    kind: Type.Literal('aircraft'),
    registration: Type.Optional(Line),
    icaoAddress: Type.Optional(Line),
    serialNumber: Type.Optional(Line),
    model: Type.Optional(Line),
  },
  closed,
);

const ContainerSubject = Type.Object({ kind: Type.Literal('container'), number: Type.Optional(Line) }, closed);

const FirearmSubject = Type.Object(
  {
    kind: Type.Literal('firearm'),
    serialNumber: Type.Optional(Line),
    make: Type.Optional(Line),
    model: Type.Optional(Line),
    calibre: Type.Optional(Line),
  },
  closed,
);

/** Whom or what the alert is about. */
export const AlertSubject = Type.Union([
  PersonSubject,
  OrganisationSubject,
  DocumentSubject,
  BlankDocumentsSubject,
  VehicleSubject,
  VesselSubject,
  AircraftSubject,
  ContainerSubject,
  FirearmSubject,
]);
export type AlertSubject = Static<typeof AlertSubject>;
export type PersonSubject = Static<typeof PersonSubject>;

const Offence = Type.Object(
  {
    kind: OffenceKind,
    description: Text,
    /** Article of the issuing state's criminal law. */
    provision: Line,
    /** Id of the profile's definition relied on. */
    definition: Type.Optional(Type.String({ maxLength: 100 })),
    conduct: Type.Optional(Conduct),
    violentAct: Type.Optional(
      Type.Object({ act: Type.String({ maxLength: 100 }), description: Text, date: PartialDate, place: Line }, closed),
    ),
  },
  closed,
);

/** A warrant or judgment. */
const Warrant = Type.Object(
  { kind: Type.Enum(['arrest-warrant', 'judgment', 'decision']), authority: Line, number: Line, date: Day },
  closed,
);

/** Of a discreet check, by a court or a prosecutor. */
const Authorisation = Type.Object(
  {
    by: Type.Enum(['court', 'prosecutor']),
    authority: Line,
    number: Line,
    date: Day,
    ground: Type.Enum(['serious-violent-offence', 'concrete-threat']),
    description: Text,
  },
  closed,
);

/** Why the alert may be. */
export const AlertGround = Type.Object(
  {
    /** The act of the issuing state's law on which it rests. */
    legalBasis: Type.Optional(Line),
    /** Id of a treaty of the profile, where it also rests on one. */
    instrument: Type.Optional(Type.String({ maxLength: 100 })),
    /** Who decided that there be an alert, and when. */
    issuingAuthority: Type.Optional(Type.Object({ name: Line, reference: Line, date: Day }, closed)),
    offence: Type.Optional(Offence),
    warrant: Type.Optional(Warrant),
    authorisation: Type.Optional(Authorisation),
    /** A missing adult's consent to his whereabouts being told. */
    whereaboutsConsent: Type.Optional(Type.Object({ reference: Line, givenOn: Day }, closed)),
  },
  closed,
);
export type AlertGround = Static<typeof AlertGround>;

/**
 * To whom an alert circulates. A body's node is in none unless it is named, and an empty list of members means nobody: it
 * is refused.
 */
export const Audience = Type.Union([
  Type.Object({ kind: Type.Literal('all-members') }, closed),
  Type.Object(
    {
      kind: Type.Literal('members'),
      /** ISO 3166-1 alpha-2. */
      states: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { maxItems: 50, uniqueItems: true }),
      /** Ids of bodies of the profile. */
      bodies: Type.Optional(
        Type.Array(Type.String({ pattern: '^[a-z0-9-]{2,60}$' }), { maxItems: 20, uniqueItems: true }),
      ),
    },
    closed,
  ),
  /** It stays here. Searchable: others who ask are told hit or no-hit. */
  Type.Object({ kind: Type.Literal('national'), searchable: Type.Boolean() }, closed),
]);
export type Audience = Static<typeof Audience>;

/** An alert as written: draft, amendment or in force. Days are of the node's state. */
export const AlertContent = Type.Object(
  {
    category: Type.String({ maxLength: 100 }),
    subject: AlertSubject,
    ground: AlertGround,
    action: Type.Optional(Type.String({ maxLength: 100 })),
    expiresOn: Type.Optional(Day),
    reviewOn: Type.Optional(Day),
    /** What the desk should know besides, without naming others. */
    note: Type.Optional(Text),
    /** Left out, it is national and not searchable: nothing travels unless chosen. */
    audience: Type.Optional(Audience),
  },
  closed,
);
export type AlertContent = Static<typeof AlertContent>;
