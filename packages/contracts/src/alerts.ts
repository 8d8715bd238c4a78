import { type Static, Type } from 'typebox';
import { PartialDate, Timestamp, Translated, Uuid } from './terms.ts';

export const ListFormat = Type.Enum(['un-sc', 'ofac-sdn', 'us-csl', 'eu-oj', 'eu-fsf', 'uk-sl']);
export type ListFormat = Static<typeof ListFormat>;

/**
 * Which list a record stands on. OFAC's two sets are two lists in one format. `invented` is the
 * demonstration's own list, in the UN's format, so that importing the real UN list leaves it alone.
 */
export const ListId = Type.Enum([
  'un-sc',
  'ofac-sdn',
  'ofac-non-sdn',
  'us-csl',
  'eu-oj',
  'eu-fsf',
  'uk-sl',
  'invented',
]);
export type ListId = Static<typeof ListId>;

export const SubjectKind = Type.Enum(['person', 'organisation', 'vessel', 'aircraft']);
export type SubjectKind = Static<typeof SubjectKind>;

/** A name as the list writes it. `parts` only where the list itself separates them. */
export const ListedName = Type.Object({
  full: Type.String({ minLength: 1 }),
  parts: Type.Optional(
    Type.Object({
      given: Type.Optional(Type.String()),
      middle: Type.Optional(Type.String()),
      family: Type.Optional(Type.String()),
    }),
  ),
  kind: Type.Enum(['primary', 'alias', 'former', 'original-script']),
  /** A low-quality (weak) alias counts less and never hits alone. */
  quality: Type.Enum(['good', 'low']),
  /** ISO 15924 code of the script the name is mostly written in. */
  script: Type.String({ pattern: '^[A-Z][a-z]{3}$' }),
});
export type ListedName = Static<typeof ListedName>;

/** A birth date as far as known; `to` closes a range of years ("between 1963 and 1968"). */
export const ListedBirthDate = Type.Object({
  date: PartialDate,
  to: Type.Optional(PartialDate),
  circa: Type.Optional(Type.Boolean()),
});
export type ListedBirthDate = Static<typeof ListedBirthDate>;

export const ListedDocument = Type.Object({
  type: Type.Enum([
    'passport',
    'national-id',
    'tax-number',
    'registration',
    'imo',
    'mmsi',
    'call-sign',
    'tail-number',
    'serial-number',
    'other',
  ]),
  /** As the list prints it; matching folds it. */
  number: Type.String({ minLength: 1 }),
  /** ISO 3166-1 alpha-3 where it could be told. */
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  note: Type.Optional(Type.String()),
});
export type ListedDocument = Static<typeof ListedDocument>;

/** An identity of a subject. Lists give one; alerts will give several (confirmed, claimed, false, misused). */
export const Identity = Type.Object({
  status: Type.Enum(['confirmed', 'claimed', 'false', 'misused']),
  names: Type.Array(ListedName, { minItems: 1 }),
  birthDates: Type.Array(ListedBirthDate),
  birthPlaces: Type.Array(Type.String()),
  /** ISO 3166-1 alpha-3, where the list's text could be told. */
  nationalities: Type.Array(Type.String({ pattern: '^[A-Z]{3}$' })),
  sex: Type.Optional(Type.Enum(['male', 'female'])),
  documents: Type.Array(ListedDocument),
});
export type Identity = Static<typeof Identity>;

/** A person, organisation, vessel or aircraft as a list gives it. */
export const ListedSubject = Type.Object({
  list: ListId,
  /** The list's own reference: UN DATAID, OFAC entity number, EU reference, UK unique ID. */
  ref: Type.String({ minLength: 1 }),
  /** A reference a human quotes, where it differs (UN `CDi.001`). */
  citation: Type.Optional(Type.String()),
  kind: SubjectKind,
  identities: Type.Array(Identity, { minItems: 1 }),
  /** Programme, regime or resolution the listing rests on, in the list's words. */
  programmes: Type.Array(Type.String()),
  listedOn: Type.Optional(PartialDate),
  addresses: Type.Array(Type.String()),
  remarks: Type.Optional(Type.String()),
  /** Vessels and aircraft: type, flag, tonnage, owner, model, as printed. */
  particulars: Type.Optional(Type.Record(Type.String(), Type.String())),
});
export type ListedSubject = Static<typeof ListedSubject>;

/** What an officer does on a list hit. A list never leads to arrest. */
export const ListAction = Type.Enum(['freeze', 'refuse-visa', 'inform']);
export type ListAction = Static<typeof ListAction>;

/** The basis an administrator states so that a list may answer at the desk. */
export const ListBasis = Type.Object({
  /** The act of this state's law that gives the list effect. */
  legalBasis: Type.String({ minLength: 10, maxLength: 500 }),
  action: ListAction,
});
export type ListBasis = Static<typeof ListBasis>;

/** GET /api/alerts/lists */
export const ListView = Type.Object({
  id: ListId,
  format: ListFormat,
  names: Translated,
  /** Null: the list is kept but silent at the desk. */
  basis: Type.Union([
    Type.Intersect([ListBasis, Type.Object({ statedBy: Type.String(), statedAt: Timestamp })]),
    Type.Null(),
  ]),
  counts: Type.Object({
    person: Type.Integer(),
    organisation: Type.Integer(),
    vessel: Type.Integer(),
    aircraft: Type.Integer(),
  }),
  lastImport: Type.Union([
    Type.Object({ id: Uuid, at: Timestamp, listDate: Type.Optional(Type.String()) }),
    Type.Null(),
  ]),
});
export type ListView = Static<typeof ListView>;

export const ImportState = Type.Enum(['reading', 'applying', 'done', 'aborted', 'failed']);

/**
 * What an import did. `read = added + changed + unchanged + refused`, per import that is done;
 * `removed` counts records that stood on the list before and no longer do. One that was aborted or has
 * failed changed nothing: it tells how many records it had read and refused by then.
 */
export const ImportCounts = Type.Object({
  read: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  removed: Type.Integer(),
  refused: Type.Integer(),
});
export type ImportCounts = Static<typeof ImportCounts>;

/** GET /api/alerts/imports/:id, and each `progress` event of its event stream. */
export const ImportView = Type.Object({
  id: Uuid,
  list: ListId,
  format: ListFormat,
  files: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer() })),
  state: ImportState,
  startedAt: Timestamp,
  endedAt: Type.Union([Timestamp, Type.Null()]),
  by: Type.String(),
  bytesRead: Type.Integer(),
  bytesTotal: Type.Integer(),
  counts: ImportCounts,
  /** Per kind of subject, of the records that went in. */
  kinds: Type.Object({
    person: Type.Integer(),
    organisation: Type.Integer(),
    vessel: Type.Integer(),
    aircraft: Type.Integer(),
  }),
  /** Why it failed or was aborted, as a problem code and a sentence. */
  failure: Type.Union([Type.Object({ code: Type.String(), detail: Type.String() }), Type.Null()]),
});
export type ImportView = Static<typeof ImportView>;

/** Why a record or a field could not be read; `values` fill the sentence of any language. */
export const ListProblemCode = Type.Enum([
  'read-as-utf-16',
  'read-as-windows-1252',
  'cut',
  'misplaced-quote',
  'open-quote',
  'endless-record',
  'wrong-columns',
  'huge-record',
  'no-reference',
  'repeated-reference',
  'unknown-kind',
  'no-name',
  'long-name',
  'many-names',
  'writing-direction',
  'unknown-country',
  'impossible-date',
  'unreadable-date',
  'other-calendar',
  'limit-date',
  'kept-missing',
]);
export type ListProblemCode = Static<typeof ListProblemCode>;

/** A record that could not be read, or went in without a field: where it stands in the file, and why. */
export const ImportProblem = Type.Object({
  file: Type.String(),
  /** Line for CSV, element path and line for XML. */
  place: Type.String(),
  ref: Type.Optional(Type.String()),
  code: ListProblemCode,
  /** What the sentence names: `text`, `field`, `count` and the like, as in docs/reference/lists.md. */
  values: Type.Record(Type.String(), Type.String()),
  /** The same in English. */
  reason: Type.String(),
});
export type ImportProblem = Static<typeof ImportProblem>;

/** A record added, changed or removed by an import; `fields` names what changed, never the values. */
export const ImportChange = Type.Object({
  change: Type.Enum(['added', 'changed', 'removed']),
  ref: Type.String(),
  kind: SubjectKind,
  /** Primary name: list entries are published by their list. */
  name: Type.String(),
  fields: Type.Array(Type.String()),
});
export type ImportChange = Static<typeof ImportChange>;
