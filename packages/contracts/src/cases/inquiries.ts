import { type Static, Type } from 'typebox';
import { OffenceKind } from '../alerts/catalogue.ts';
import { ListedBirthDate } from '../alerts.ts';
import { Delivery } from '../cases.ts';
import { AskedAbout } from '../exchange/asks.ts';
import { Timestamp, Uuid } from '../terms.ts';

const closed = { additionalProperties: false };
const Nullable = <Of extends Parameters<typeof Type.Union>[0][number]>(of: Of) => Type.Union([of, Type.Null()]);
const Officer = Type.Object({ id: Uuid, name: Type.String() });

/** What the answer to an ask gave with a hit: 16 random bytes in hexadecimal. */
export const AskReference = Type.String({ pattern: '^[0-9a-f]{32}$' });

/** Words that go to the other side. */
export const InquiryWords = Type.String({ minLength: 1, maxLength: 2000 });

export const InquiryDecision = Type.Enum(['confirmed', 'not-confirmed']);
export type InquiryDecision = Static<typeof InquiryDecision>;

/** What is told of the alert that was hit, and nothing else of it. */
export const Told = Type.Object(
  {
    /** The alert's own, to cite from then on. */
    reference: Type.String({ pattern: '^[A-Z]{2}-\\d{4}-\\d{6,}$', maxLength: 30 }),
    category: Type.String({ maxLength: 100 }),
    /** Id of the action the owner asks for. */
    action: Type.String({ maxLength: 100 }),
    /** Of the person's own identities, not of one he misuses; none where the alert is of no person. */
    names: Type.Array(Type.String({ minLength: 1, maxLength: 1000 }), { maxItems: 100 }),
    birthDates: Type.Array(Type.Object(ListedBirthDate.properties, closed), { maxItems: 50 }),
    nationalities: Type.Array(Type.String({ pattern: '^[A-Z]{3}$' }), { maxItems: 50 }),
    sex: Type.Optional(Type.Enum(['male', 'female'])),
    /** Of a question about a document: how many documents of the alert have that number. */
    documents: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    offenceKind: Type.Optional(OffenceKind),
  },
  closed,
);
export type Told = Static<typeof Told>;

/** POST /api/inquiries: the reference of a hit, and the node that gave it. */
export const NewInquiry = Type.Object(
  {
    node: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
    reference: AskReference,
    words: Type.Optional(InquiryWords),
  },
  closed,
);
export type NewInquiry = Static<typeof NewInquiry>;

/** POST /api/inquiries/:id/decision: `reasons` stay in this node's log, `words` go to the asking side. */
export const NewDecision = Type.Object(
  {
    decision: InquiryDecision,
    reasons: Type.String({ minLength: 3, maxLength: 2000 }),
    words: Type.Optional(InquiryWords),
  },
  closed,
);
export type NewDecision = Static<typeof NewDecision>;

/** A line of the list: of whom it is about nothing. */
export const InquirySummary = Type.Object({
  id: Uuid,
  /** `asking`: this state asked; `owning`: another asked for an alert of this state's. */
  side: Type.Enum(['asking', 'owning']),
  /** ISO 3166-1 alpha-2 of the state at the other side. */
  other: Type.String(),
  reference: AskReference,
  /** Of the alert; the asking side knows it once it is told. */
  category: Nullable(Type.String()),
  askedAt: Timestamp,
  decision: Nullable(InquiryDecision),
  decidedAt: Nullable(Timestamp),
  /** The owner took back what it had told. */
  recalledAt: Nullable(Timestamp),
  expiresAt: Timestamp,
  /** Who asked here, or decided here. */
  officer: Nullable(Officer),
  /** How far this side's word has come; null while it has said none. */
  delivery: Nullable(Delivery),
});
export type InquirySummary = Static<typeof InquirySummary>;

/** GET /api/inquiries: those that wait for this state's decision first, then the newest. */
export const Inquiries = Type.Object({
  inquiries: Type.Array(InquirySummary),
  /** How many wait for this state's decision. */
  waiting: Type.Integer(),
});
export type Inquiries = Static<typeof Inquiries>;

/** GET /api/inquiries/:id; each look is recorded. */
export const InquiryView = Type.Object({
  ...InquirySummary.properties,
  /** The case it was asked in. */
  case: Type.String(),
  /** What the asking side said with it, and the owner with its decision. */
  words: Nullable(Type.String()),
  answerWords: Nullable(Type.String()),
  /** At the owner: whom or what was asked about, and the alert that was met. */
  about: Nullable(AskedAbout),
  alert: Nullable(Type.Object({ id: Uuid, reference: Type.String() })),
  /** What was told; at the owner too, for as long as it stands. */
  told: Nullable(Told),
  /** At the owner, while nothing is decided: exactly what would leave, or the rule that keeps it here. */
  wouldTell: Nullable(Told),
  withheld: Nullable(Type.String()),
  may: Type.Array(Type.Enum(['confirm', 'decline'])),
});
export type InquiryView = Static<typeof InquiryView>;
