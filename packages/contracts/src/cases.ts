import { type Static, Type } from 'typebox';
import { Compared, InformationType, Met, Outcome, SeenDocument } from './cases/entries.ts';
import { CaseFile } from './cases/files.ts';
import { PageQuery, Timestamp, Uuid } from './terms.ts';

/** `owning`: the alert is this state's; `reporting`: the hit was made here on another state's alert. */
export const Side = Type.Enum(['owning', 'reporting']);
export type Side = Static<typeof Side>;

/** How far an unacknowledged urgent hit has come: `quiet` until it sounds at the duty desk, then to those above it. */
export const Alarm = Type.Enum(['none', 'quiet', 'sounding', 'escalated']);
export type Alarm = Static<typeof Alarm>;

/** A line of the list. */
export const CaseSummary = Type.Object({
  id: Uuid,
  side: Side,
  /** ISO 3166-1 alpha-2 of the state at the other side; null where hit and alert are both this state's. */
  other: Type.Union([Type.String(), Type.Null()]),
  alert: Type.Object({ reference: Type.String(), owner: Type.String(), category: Type.String() }),
  urgent: Type.Boolean(),
  alarm: Alarm,
  openedAt: Timestamp,
  changedAt: Timestamp,
  acknowledgedAt: Type.Union([Timestamp, Type.Null()]),
  closedAt: Type.Union([Timestamp, Type.Null()]),
  /** Who took it up here. */
  officer: Type.Union([Type.Object({ id: Uuid, name: Type.String() }), Type.Null()]),
  /** The first moment at which an answer of this side falls due. */
  dueAt: Type.Union([Timestamp, Type.Null()]),
});
export type CaseSummary = Static<typeof CaseSummary>;

/** How far a message has come: by the receipts of the other node. */
export const Delivery = Type.Enum(['waiting', 'sent', 'received', 'accepted', 'refused', 'expired']);
export type Delivery = Static<typeof Delivery>;

/** One entry of the thread, in the order in which this node has them. */
export const CaseEntry = Type.Object({
  id: Uuid,
  number: Type.Integer(),
  kind: Type.Union([Type.Enum(['hit', 'text', 'acknowledgement', 'outcome']), InformationType]),
  form: Type.Union([Type.Enum(['asked', 'given']), Type.Null()]),
  urgent: Type.Boolean(),
  answers: Type.Union([Uuid, Type.Null()]),
  outcome: Type.Union([Outcome, Type.Null()]),
  /** Which side wrote it; the other side's officers are not named. */
  by: Type.Enum(['here', 'there']),
  officer: Type.Union([Type.Object({ id: Uuid, name: Type.String() }), Type.Null()]),
  at: Timestamp,
  text: Type.String(),
  /** Of what was asked: when the answer falls due, and how the clock stands. */
  clock: Type.Union([
    Type.Object({ dueAt: Timestamp, state: Type.Enum(['running', 'over', 'answered']) }),
    Type.Null(),
  ]),
  /** Null for what came in, and where there is no other side. */
  delivery: Type.Union([Delivery, Type.Null()]),
  files: Type.Array(CaseFile),
  record: Uuid,
});
export type CaseEntry = Static<typeof CaseEntry>;

/** GET /api/cases/:id; each look is recorded. */
export const CaseView = Type.Object({
  ...CaseSummary.properties,
  met: Type.Union([Met, Type.Null()]),
  documents: Type.Array(SeenDocument),
  compared: Type.Array(Compared),
  taken: Type.Union([Type.String(), Type.Null()]),
  entries: Type.Array(CaseEntry),
  /** Steps this officer may take now. */
  may: Type.Array(Type.Enum(['acknowledge', 'write', 'record-outcome'])),
});
export type CaseView = Static<typeof CaseView>;

/** GET /api/cases, those that changed last first. */
export const CaseQuery = Type.Object({
  open: Type.Optional(Type.Boolean()),
  urgent: Type.Optional(Type.Boolean()),
  /** Those the asking officer took up. */
  mine: Type.Optional(Type.Boolean()),
  ...PageQuery,
});
export type CaseQuery = Static<typeof CaseQuery>;

export const CasePage = Type.Object({
  cases: Type.Array(CaseSummary),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type CasePage = Static<typeof CasePage>;

/** GET /api/cases/duty: what the duty desk hears, in numbers that name nobody. */
export const Duty = Type.Object({
  /** Open and not yet acknowledged. */
  new: Type.Integer(),
  urgentUnacknowledged: Type.Integer(),
  sounding: Type.Integer(),
  escalated: Type.Integer(),
  /** Questions of the other side whose answer is overdue. */
  overdue: Type.Integer(),
  /** Hits of other states' asks, of which this state has yet to decide whether they are told. */
  inquiries: Type.Integer(),
});
export type Duty = Static<typeof Duty>;
