import { type Static, Type } from 'typebox';
import { AlertKind } from '../alerts/catalogue.ts';
import { Danger } from '../alerts/content.ts';
import { Identity } from '../alerts.ts';
import { Candidate, ReadAs } from '../screening.ts';
import { PageQuery, Timestamp, Uuid } from '../terms.ts';
import { ChosenReport, GivenReport } from './report.ts';

export const Direction = Type.Enum(['entry', 'exit', 'transit', 'inland']);
export type Direction = Static<typeof Direction>;

/** What is compared before anybody says who somebody is; a name alone verifies nobody. */
export const ChecklistItem = Type.Object(
  {
    item: Type.Enum(['document', 'photograph', 'marks', 'questions']),
    finding: Type.Enum(['agrees', 'differs', 'not-possible']),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
);
export type ChecklistItem = Static<typeof ChecklistItem>;

/** POST /api/screening/referrals: takes a possible hit to the second line. `check` is the check's id. */
export const Referral = Type.Object({
  check: Uuid,
  direction: Direction,
  place: Type.String({ minLength: 2, maxLength: 200 }),
  /** The traveller is held back: the detention clock runs from now. */
  held: Type.Boolean(),
});
export type Referral = Static<typeof Referral>;

/** What the second line says of one candidate. */
export const Verdict = Type.Object(
  {
    revision: Type.Integer(),
    /** The candidate's `key`. */
    candidate: Type.String({ maxLength: 200 }),
    verdict: Type.Enum(['same-person', 'not-the-same', 'cannot-be-established']),
    checklist: Type.Array(ChecklistItem, { maxItems: 4 }),
    /** The action taken, or why none was: one of the two. */
    taken: Type.Optional(Type.String({ maxLength: 100 })),
    notTaken: Type.Optional(Type.String({ maxLength: 2000 })),
    note: Type.Optional(Type.String({ maxLength: 4000 })),
    /** The person claims protection. It stays on this node, and what is chosen by default is to tell the owner nothing. */
    claimsProtection: Type.Optional(Type.Boolean()),
    /** Asked for where the same person is met by another state's alert in force. */
    report: Type.Optional(ChosenReport),
  },
  { additionalProperties: false },
);
export type Verdict = Static<typeof Verdict>;

/** The detention clock: minutes by the profile's limits. */
export const DetentionClock = Type.Object({
  since: Timestamp,
  warnAt: Timestamp,
  limitAt: Timestamp,
  state: Type.Enum(['running', 'warning', 'over', 'stopped']),
  stoppedAt: Type.Union([Timestamp, Type.Null()]),
});
export type DetentionClock = Static<typeof DetentionClock>;

/** An alert as far as the second line needs it to compare a person: never its whole content. */
export const ComparedAlert = Type.Object({
  id: Uuid,
  reference: Type.String(),
  owner: Type.String(),
  kind: AlertKind,
  category: Type.String(),
  action: Type.String(),
  identities: Type.Array(Type.Object({ ...Identity.properties, victimConsent: Type.Optional(Type.Boolean()) })),
  description: Type.Optional(Type.String()),
  marks: Type.Array(Type.String()),
  languages: Type.Array(Type.String()),
  dangers: Type.Array(Danger),
  medical: Type.Array(Type.String()),
  note: Type.Optional(Type.String()),
  /** Photographs for a person's comparison: GET /api/alerts/:id/photographs/:photograph */
  photographs: Type.Array(Type.Object({ id: Uuid, identity: Type.Integer() })),
});
export type ComparedAlert = Static<typeof ComparedAlert>;

/** A verdict as given. */
export const GivenVerdict = Type.Object({
  candidate: Type.String(),
  verdict: Type.Enum(['same-person', 'not-the-same', 'cannot-be-established']),
  checklist: Type.Array(ChecklistItem),
  taken: Type.Optional(Type.String()),
  notTaken: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  claimsProtection: Type.Optional(Type.Boolean()),
  report: Type.Optional(GivenReport),
  at: Timestamp,
  by: Type.Object({ id: Uuid, name: Type.String() }),
  record: Uuid,
});
export type GivenVerdict = Static<typeof GivenVerdict>;

/** A line of the second line's list. */
export const SecondLineSummary = Type.Object({
  id: Uuid,
  openedAt: Timestamp,
  openedBy: Type.Object({ id: Uuid, name: Type.String() }),
  place: Type.String(),
  direction: Direction,
  /** The traveller masked, as `last checks` shows him. */
  traveller: Type.String(),
  candidates: Type.Integer(),
  verdicts: Type.Integer(),
  /** Choices about reports that await a second officer. */
  awaitingSecond: Type.Integer(),
  closedAt: Type.Union([Timestamp, Type.Null()]),
  clock: Type.Union([DetentionClock, Type.Null()]),
});
export type SecondLineSummary = Static<typeof SecondLineSummary>;

/** GET /api/screening/second-line/:id; each look is recorded. */
export const SecondLineView = Type.Object({
  ...SecondLineSummary.properties,
  revision: Type.Integer(),
  readAs: ReadAs,
  found: Type.Array(Candidate),
  alerts: Type.Array(ComparedAlert),
  given: Type.Array(GivenVerdict),
  /** Refugee's papers were read: telling an owner nothing is the default, as where protection is claimed. */
  refugeePapers: Type.Boolean(),
  /** Checklists saved on the way, by candidate key: nothing typed is lost. */
  drafts: Type.Record(Type.String(), Type.Array(ChecklistItem)),
});
export type SecondLineView = Static<typeof SecondLineView>;

/** GET /api/screening/second-line, the latest first. */
export const SecondLineQuery = Type.Object({ open: Type.Optional(Type.Boolean()), ...PageQuery });
export const SecondLinePage = Type.Object({
  cases: Type.Array(SecondLineSummary),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type SecondLinePage = Static<typeof SecondLinePage>;

/** PUT /api/screening/second-line/:id/checklist */
export const SavedChecklist = Type.Object({
  revision: Type.Integer(),
  candidate: Type.String({ maxLength: 200 }),
  checklist: Type.Array(ChecklistItem, { maxItems: 4 }),
});

/** PUT /api/screening/second-line/:id/clock: starts or stops the detention clock. */
export const ClockChange = Type.Object({ revision: Type.Integer(), held: Type.Boolean() });

/** GET /api/screening/second-line/:id/notice?language=…: for print, in the person's language. No alert content. */
export const Notice = Type.Object({
  number: Type.String(),
  authority: Type.Object({ en: Type.String(), ru: Type.String(), zh: Type.String() }),
  place: Type.String(),
  direction: Direction,
  since: Timestamp,
  limitAt: Type.Union([Timestamp, Type.Null()]),
  complaints: Type.Object({
    authority: Type.Object({ en: Type.String(), ru: Type.String(), zh: Type.String() }),
    address: Type.String(),
  }),
});
export type Notice = Static<typeof Notice>;
