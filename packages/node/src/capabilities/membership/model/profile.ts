import { Purpose } from '@entente/contracts/access';
import { AlertAction, Category, Grounds } from '@entente/contracts/alerts/catalogue';
import { InformationType } from '@entente/contracts/cases/entries';
import { Body, State, Treaty } from '@entente/contracts/membership';
import { Translated } from '@entente/contracts/terms';
import { type Static, Type } from 'typebox';

/** A day, or a month or year where the source knows no more. */
const ProfileDate = Type.String({ pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$' });

const Id = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** BCP 47, as far as official languages need it: `ru`, `uz-Cyrl`. */
const LanguageTag = Type.String({ pattern: '^[a-z]{2}(-[A-Z][a-z]{3})?$' });

/** Ids into `sources.json`; empty only where everything in the entry is marked unsourced. */
const Provenance = {
  sources: Type.Array(Id),
  /** Fields supplied without a source, e.g. `names.zh`. */
  unsourced: Type.Optional(Type.Array(Type.String())),
  note: Type.Optional(Type.String()),
};

const closed = { additionalProperties: false };

const OrganisationFile = Type.Object(
  {
    id: Id,
    asOf: ProfileDate,
    status: Type.String(),
    names: Translated,
    abbr: Translated,
    established: ProfileDate,
    charterInForce: ProfileDate,
    languages: Type.Object(
      {
        official: Type.Array(LanguageTag, { minItems: 1 }),
        working: Type.Array(LanguageTag, { minItems: 1 }),
        ...Provenance,
      },
      closed,
    ),
    /** Members in the order of seating, signature blocks and lists, as ISO 3166-1 alpha-2 codes. */
    protocolOrder: Type.Object(
      {
        rule: Type.String(),
        order: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { minItems: 1 }),
        ...Provenance,
      },
      closed,
    ),
    ...Provenance,
  },
  closed,
);

const StateEntry = Type.Object(
  {
    ...State.properties,
    since: ProfileDate,
    datePrecision: Type.Optional(Type.Enum(['month', 'year'])),
    officialLanguages: Type.Array(LanguageTag, { minItems: 1 }),
    founding: Type.Optional(Type.Boolean()),
    /** Steps to today's role: a role held from a date, or an event on a date. */
    history: Type.Optional(
      Type.Array(
        Type.Object(
          {
            role: Type.Optional(Type.String()),
            from: Type.Optional(ProfileDate),
            event: Type.Optional(Type.String()),
            date: Type.Optional(ProfileDate),
            place: Type.Optional(Type.String()),
            ...Provenance,
          },
          closed,
        ),
      ),
    ),
    ...Provenance,
  },
  closed,
);
export type StateEntry = Static<typeof StateEntry>;

const BodyEntry = Type.Object(
  {
    ...Body.properties,
    id: Id,
    level: Type.Integer({ minimum: 1 }),
    /** The body whose format this is. */
    parent: Type.Optional(Id),
    mandate: Type.Optional(Type.String()),
    meets: Type.Optional(Type.String()),
    chair: Type.Optional(Type.String()),
    venueRule: Type.Optional(Type.String()),
    seat: Type.Optional(Type.Object({ city: Type.String(), iso2: Type.String({ pattern: '^[A-Z]{2}$' }) }, closed)),
    organs: Type.Optional(Type.Array(Type.Object({ id: Id, names: Translated }, closed))),
    /** Instruments the body rests on, ids into `treaties.json`. */
    foundingInstrument: Type.Optional(Id),
    regulations: Type.Optional(Id),
    basisInstrument: Type.Optional(Id),
    dataBankInstrument: Type.Optional(Id),
    permanent: Type.Boolean(),
    ...Provenance,
  },
  closed,
);

const TreatyEntry = Type.Object(
  {
    ...Treaty.properties,
    id: Id,
    date: ProfileDate,
    datePrecision: Type.Optional(Type.Enum(['month', 'year'])),
    dateUncertain: Type.Optional(Type.Boolean()),
    inForce: Type.Optional(ProfileDate),
    /** `first/last` year a programme or plan runs. */
    period: Type.Optional(Type.String({ pattern: '^\\d{4}/\\d{4}$' })),
    number: Type.Optional(Type.String()),
    /** The instrument this one carries out, an id in the same file. */
    implements: Type.Optional(Id),
    ...Provenance,
  },
  closed,
);
export type TreatyEntry = Static<typeof TreatyEntry>;

const PurposeEntry = Type.Object({ ...Type.Omit(Purpose, ['actions']).properties, id: Id }, closed);

/** Figures a node works by; minutes, days and counts. */
export const Limits = Type.Object(
  {
    session: Type.Object(
      {
        idleMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
        absoluteMinutes: Type.Integer({ minimum: 1, maximum: 10080 }),
        /** How long the row of a session outlives its end. */
        keepDays: Type.Integer({ minimum: 1, maximum: 3650 }),
      },
      closed,
    ),
    /** The n-th wrong password from `afterFailures` on locks for `firstMinutes`, doubling up to `longestMinutes`. */
    lockOut: Type.Object(
      {
        afterFailures: Type.Integer({ minimum: 1, maximum: 100 }),
        firstMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
        longestMinutes: Type.Integer({ minimum: 1, maximum: 10080 }),
      },
      closed,
    ),
    signIn: Type.Object(
      {
        perAddressPerMinute: Type.Integer({ minimum: 1, maximum: 10000 }),
        passwordMinLength: Type.Integer({ minimum: 8, maximum: 128 }),
      },
      closed,
    ),
    /** How long nodes keep what they sent each other, so that one restored from a backup as old gets it again. */
    exchange: Type.Object(
      {
        restoreWindowDays: Type.Integer({ minimum: 7, maximum: 3650 }),
        /** How long what an ask hit may be asked for and decided on, and how long what was told is held. */
        inquiryDays: Type.Integer({ minimum: 1, maximum: 365 }),
      },
      closed,
    ),
  },
  closed,
);
export type Limits = Static<typeof Limits>;

/** Figures of the hit procedure and of what alerts may be read; minutes, hours, days, counts, per cent. */
export const Procedure = Type.Object(
  {
    /** The longest a person may be held for verification under national law, and how long before it the clock warns. */
    detention: Type.Object(
      { limitMinutes: Type.Integer({ minimum: 10, maximum: 4320 }), warnMinutes: Type.Integer({ minimum: 1 }) },
      closed,
    ),
    /** A disputed document record answers no longer after so many hours without a resolution. */
    disputeSuspendsAfterHours: Type.Integer({ minimum: 1, maximum: 720 }),
    /** How long the question of a no-hit is held, sealed to oversight. */
    noHitQueryDays: Type.Integer({ minimum: 1, maximum: 365 }),
    shiftHours: Type.Integer({ minimum: 1, maximum: 24 }),
    /** How long the report of a passenger list stands after its end when nobody closes it. */
    passengerReportMinutes: Type.Integer({ minimum: 5, maximum: 1440 }),
    /** How long a closed case of the second line is kept. */
    secondLineDays: Type.Integer({ minimum: 1, maximum: 3650 }),
    /** Alerts whose content one officer may open in an hour; more is bulk export. */
    reading: Type.Object(
      {
        alertsPerHour: Type.Integer({ minimum: 10, maximum: 10000 }),
        /** The same for lines of lists. */
        linesPerHour: Type.Integer({ minimum: 100, maximum: 1000000 }),
      },
      closed,
    ),
    /** When an officer's searches are shown to oversight as out of the ordinary. */
    patterns: Type.Object(
      {
        checksTimesMedian: Type.Integer({ minimum: 2 }),
        checksAtLeast: Type.Integer({ minimum: 1 }),
        /** Per cent of checks by a typed name. */
        typedNamesShare: Type.Integer({ minimum: 1, maximum: 100 }),
        sameQuestion: Type.Integer({ minimum: 2 }),
        refusals: Type.Integer({ minimum: 1 }),
      },
      closed,
    ),
    /** How hits are followed up between contact points. */
    followUp: Type.Object(
      {
        /** An urgent hit that nobody acknowledges sounds at the duty desk, then goes to those above it. */
        soundAfterMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
        escalateAfterMinutes: Type.Integer({ minimum: 1, maximum: 10080 }),
        /** How long a closed case is kept. */
        caseDays: Type.Integer({ minimum: 1, maximum: 3650 }),
        /** Within how many hours each kind of supplementary information is answered. */
        answerHours: Type.Record(
          InformationType,
          Type.Object(
            {
              urgent: Type.Integer({ minimum: 1, maximum: 720 }),
              ordinary: Type.Integer({ minimum: 1, maximum: 2160 }),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
    /** Where a person complains, as the notice to him says. */
    complaints: Type.Object({ authority: Translated, address: Type.String() }, closed),
  },
  closed,
);
export type Procedure = Static<typeof Procedure>;

/** An organisation's profile: each property is one JSON file of its folder. */
export const Profile = Type.Object(
  {
    organisation: OrganisationFile,
    states: Type.Array(StateEntry, { minItems: 1 }),
    bodies: Type.Array(BodyEntry),
    treaties: Type.Array(TreatyEntry),
    purposes: Type.Array(PurposeEntry, { minItems: 1 }),
    limits: Limits,
    actions: Type.Array(AlertAction, { minItems: 1 }),
    categories: Type.Array(Category, { minItems: 1 }),
    grounds: Grounds,
    procedure: Procedure,
    sources: Type.Record(
      Type.String(),
      Type.Object({ title: Type.String(), page: Type.String(), kind: Type.String() }, closed),
    ),
  },
  closed,
);
export type Profile = Static<typeof Profile>;

export const PROFILE_FILES = Object.keys(Profile.properties) as (keyof Profile)[];
