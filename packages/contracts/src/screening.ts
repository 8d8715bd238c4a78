import { type Static, Type } from 'typebox';
import { AlertKind } from './alerts/catalogue.ts';
import { ShownCorrection } from './alerts/corrections.ts';
import { ListId } from './alerts.ts';
import { PartialDate, Timestamp, Translated, Uuid } from './terms.ts';

export const Sex = Type.Enum(['male', 'female', 'unspecified']);

/** An identity typed by hand. Names in any script. */
export const IdentityQuery = Type.Object({
  names: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { minItems: 1, maxItems: 20 }),
  birthDate: Type.Optional(PartialDate),
  nationality: Type.Optional(Type.String({ minLength: 2, maxLength: 100 })),
  sex: Type.Optional(Sex),
});
export type IdentityQuery = Static<typeof IdentityQuery>;

/** A document somebody shows or is said to travel with. */
export const ShownDocument = Type.Object({
  number: Type.String({ minLength: 1, maxLength: 60 }),
  issuer: Type.Optional(Type.String({ minLength: 2, maxLength: 100 })),
});
export type ShownDocument = Static<typeof ShownDocument>;

/** What an object is known by; a number asked as `text` is looked up under every scheme it may belong to. */
export const ObjectScheme = Type.Enum([
  'plate',
  'vin',
  'imo',
  'mmsi',
  'call-sign',
  'aircraft-registration',
  'icao-address',
  'container',
  'firearm-serial',
  'serial-number',
]);
export type ObjectScheme = Static<typeof ObjectScheme>;

/**
 * POST /api/screening/checks. `text` is the desk's one field: the node tells a scanned zone,
 * a document number and a name apart, and says in `readAs` what it took the text for.
 */
export const CheckRequest = Type.Union([
  Type.Object({ by: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: 12000 }) }),
  Type.Object({ by: Type.Literal('mrz'), text: Type.String({ minLength: 1, maxLength: 2000 }) }),
  Type.Object({ by: Type.Literal('document'), ...ShownDocument.properties }),
  Type.Object({
    by: Type.Literal('identity'),
    identity: IdentityQuery,
    /** Documents of the same person, asked together with his name as a zone asks. */
    documents: Type.Optional(Type.Array(ShownDocument, { minItems: 1, maxItems: 5 })),
  }),
  Type.Object({
    by: Type.Literal('object'),
    scheme: ObjectScheme,
    number: Type.String({ minLength: 1, maxLength: 60 }),
    country: Type.Optional(Type.String({ minLength: 2, maxLength: 100 })),
  }),
]);
export type CheckRequest = Static<typeof CheckRequest>;

export const MrzFormat = Type.Enum(['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B']);

/** One check digit of a machine-readable zone (ICAO Doc 9303-3, 4.9). */
export const CheckDigit = Type.Object({
  field: Type.Enum(['document-number', 'birth-date', 'expiry-date', 'personal-number', 'composite']),
  /** `corrected`: one character, misread between look-alikes (O/0, I/1, B/8, S/5, Z/2, G/6), was put right. */
  verdict: Type.Enum(['valid', 'invalid', 'corrected', 'absent']),
});

/** A machine-readable zone as read; fields the zone left empty are absent. */
export const MrzReading = Type.Object({
  format: MrzFormat,
  documentCode: Type.String(),
  issuer: Type.Optional(Type.String()),
  documentNumber: Type.Optional(Type.String()),
  nationality: Type.Optional(Type.String()),
  birthDate: Type.Optional(Type.String()),
  expiryDate: Type.Optional(Type.String()),
  sex: Sex,
  family: Type.String(),
  given: Type.String(),
  /** The name field was full, so the name may be cut (ICAO Doc 9303-3, 4.6). */
  nameTruncated: Type.Boolean(),
  optional: Type.Optional(Type.String()),
  checkDigits: Type.Array(CheckDigit),
  /** Characters put right: field, what was read, what it was taken for. */
  corrections: Type.Array(Type.Object({ field: Type.String(), read: Type.String(), taken: Type.String() })),
  lines: Type.Array(Type.String()),
});
export type MrzReading = Static<typeof MrzReading>;

/** What the node took the officer's input for, repeated so that he can see a misreading. */
export const ReadAs = Type.Object({
  kind: Type.Enum(['mrz', 'document', 'identity', 'object']),
  mrz: Type.Optional(MrzReading),
  names: Type.Array(Type.String()),
  birthDate: Type.Optional(Type.String()),
  nationality: Type.Optional(Type.String()),
  sex: Type.Optional(Sex),
  documentNumber: Type.Optional(Type.String()),
  /** A plate, a VIN or another number of an object, with the schemes it may belong to. */
  object: Type.Optional(Type.Object({ number: Type.String(), schemes: Type.Array(Type.String()) })),
});
export type ReadAs = Static<typeof ReadAs>;

/** One token of the query's name against one token of the listed name. */
export const TokenEvidence = Type.Object({
  query: Type.Optional(Type.String()),
  listed: Type.Optional(Type.String()),
  /**
   * same: equal as written; script: equal after romanisation; spelling: near after normal form;
   * initial: one is the other's initial; variant: known variant or short form;
   * absent: only the list has it (omitted is not contradicted); extra: only the query has it;
   * differs: placed against each other and unlike.
   */
  how: Type.Enum(['same', 'script', 'spelling', 'initial', 'variant', 'absent', 'extra', 'differs']),
  similarity: Type.Number({ minimum: 0, maximum: 1 }),
  /** Either was written with letters of another script that are drawn alike. */
  disguised: Type.Optional(Type.Literal(true)),
});
export type TokenEvidence = Static<typeof TokenEvidence>;

const Verdict = Type.Enum(['matches', 'partial', 'near', 'contradicts', 'unknown']);

/** Numbers that a state gives a person or a person's paper (`docs/reference/matching.md`). */
export const NationalScheme = Type.Enum([
  'chinese-resident',
  'kazakh-iin',
  'kyrgyz-pin',
  'uzbek-pinfl',
  'indian-aadhaar',
  'pakistani-cnic',
  'russian-passport',
  'russian-snils',
  'russian-inn',
]);
export type NationalScheme = Static<typeof NationalScheme>;

/** One piece of evidence for or against a candidate, by which it can be explained in any language. */
export const Evidence = Type.Union([
  Type.Object({
    kind: Type.Literal('name'),
    query: Type.String(),
    listed: Type.String(),
    nameKind: Type.Enum(['primary', 'alias', 'former', 'original-script']),
    quality: Type.Enum(['good', 'low']),
    tokens: Type.Array(TokenEvidence),
    score: Type.Number(),
  }),
  Type.Object({
    kind: Type.Literal('document'),
    verdict: Verdict,
    query: Type.String(),
    listed: Type.String(),
    type: Type.String(),
  }),
  /** What the number of a paper says of its bearer by itself: birth date, sex; the verdict is against what is held. It has no weight. */
  Type.Object({
    kind: Type.Literal('national-number'),
    verdict: Verdict,
    query: Type.String(),
    scheme: NationalScheme,
    checkDigit: Type.Enum(['valid', 'invalid', 'not-applicable']),
    birthDate: Type.Optional(Type.String()),
    sex: Type.Optional(Type.Enum(['male', 'female', 'unspecified'])),
    /** It says another birth date or sex than the traveller's papers state. */
    otherThanStated: Type.Optional(Type.Literal(true)),
  }),
  Type.Object({
    kind: Type.Literal('object'),
    verdict: Verdict,
    query: Type.String(),
    listed: Type.String(),
    scheme: Type.String(),
  }),
  Type.Object({
    kind: Type.Enum(['birth-date', 'nationality', 'sex']),
    verdict: Verdict,
    query: Type.Optional(Type.String()),
    listed: Type.Array(Type.String()),
    /** birth-date: day-month-swapped, off-by-one, same-year, year-within-range, other-calendar; absent otherwise. */
    how: Type.Optional(Type.String()),
  }),
]);
export type Evidence = Static<typeof Evidence>;

export const Band = Type.Enum(['exact-document', 'strong', 'possible']);
export type Band = Static<typeof Band>;

/** What a candidate stands on: a list with its basis here, or an alert of a state. */
export const CandidateSource = Type.Union([
  Type.Object({
    kind: Type.Literal('list'),
    list: Type.String(),
    ref: Type.String(),
    citation: Type.Optional(Type.String()),
    names: Translated,
    legalBasis: Type.String(),
    programmes: Type.Array(Type.String()),
    /** What this state has corrected of the entry: such a name is not the list's own. */
    corrections: Type.Optional(Type.Array(ShownCorrection)),
  }),
  Type.Object({
    kind: Type.Literal('alert'),
    alert: Uuid,
    reference: Type.String(),
    /** ISO 3166-1 alpha-2 of the state whose alert it is. */
    owner: Type.String(),
    category: Type.String(),
    categoryNames: Translated,
  }),
]);
export type CandidateSource = Static<typeof CandidateSource>;

/** A subject of a list or an alert that may be the traveller. A question for a person to answer, never a verdict. */
export const Candidate = Type.Object({
  /** Names the candidate within its answer: `alert/<id>` or `list/<list>/<ref>`. */
  key: Type.String(),
  source: CandidateSource,
  kind: Type.Union([AlertKind, Type.Literal('person')]),
  name: Type.String(),
  score: Type.Number({ minimum: 0, maximum: 1 }),
  band: Band,
  evidence: Type.Array(Evidence),
  /** Which identity the evidence is about; several: it mixes identities, and says so. */
  identities: Type.Array(Type.Enum(['confirmed', 'claimed', 'false', 'misused'])),
  /** Id of the action and what to do. */
  action: Type.String(),
  actionNames: Translated,
  instructions: Translated,
  /** `document-never-detains`: bearer and holder agree, verify and do not detain. `victim`: a misused identity, whose bearer may be its victim. */
  caution: Type.Optional(Type.Enum(['document-never-detains', 'list-never-detains', 'victim'])),
  /** This state takes no action on it: `action` is the alternative, not what the owner asks for. */
  flagged: Type.Optional(Type.Literal(true)),
  /** This document was told apart from this candidate before. */
  clearedBefore: Type.Optional(Type.Object({ at: Timestamp, secondLine: Uuid })),
});
export type Candidate = Static<typeof Candidate>;

/** The answer to a check: `unreadable` asks the officer to scan again or type. */
export const CheckAnswer = Type.Object({
  id: Uuid,
  at: Timestamp,
  outcome: Type.Enum(['hit', 'no-hit', 'unreadable']),
  readAs: Type.Union([ReadAs, Type.Null()]),
  /** Why the input could not be read, as a code the console words. */
  unreadable: Type.Optional(Type.String()),
  /** Best first, at most ten; exact document hits before name candidates. */
  candidates: Type.Array(Candidate),
  /** Alerts to be acted on without a word: a neutral mark each, opened by the officer when nobody looks on. */
  discreet: Type.Array(Candidate),
  /** Lists that answered, and those kept but silent for want of a basis. */
  lists: Type.Object({ answered: Type.Array(ListId), silent: Type.Array(ListId) }),
  /** Alerts may have changed elsewhere without this node's knowing: it has started, and has not heard from its peers yet. */
  mayBeStale: Type.Optional(Type.Boolean()),
  /** The audit record of this check. */
  record: Uuid,
  tookMs: Type.Number(),
});
export type CheckAnswer = Static<typeof CheckAnswer>;
