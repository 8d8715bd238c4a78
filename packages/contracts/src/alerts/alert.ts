import { type Static, Type } from 'typebox';
import { PageQuery, Timestamp, Uuid } from '../terms.ts';
import { AlertKind } from './catalogue.ts';
import { AlertContent } from './content.ts';

/** Where an alert stands. Only `in-force` answers at the desk. */
export const AlertStatus = Type.Enum([
  'draft',
  'in-review',
  'refused',
  'abandoned',
  'in-force',
  'suspended',
  'withdrawn',
  'expired',
  'deleted',
]);
export type AlertStatus = Static<typeof AlertStatus>;

/** A version is the content once written: the first, an amendment, an extension. Each passes the same review. */
export const VersionKind = Type.Enum(['issue', 'amendment', 'extension']);
export type VersionKind = Static<typeof VersionKind>;
export const VersionState = Type.Enum(['draft', 'in-review', 'approved', 'refused', 'abandoned']);
export type VersionState = Static<typeof VersionState>;

/** A rule that refuses, with the field it is about. `values` fill the sentence of any language. */
export const Refusal = Type.Object({
  rule: Type.String(),
  pointer: Type.String(),
  values: Type.Optional(Type.Record(Type.String(), Type.String())),
});
export type Refusal = Static<typeof Refusal>;

/** Somebody already in an alert or on a list who may be the same; `ref` is an alert's reference or the list's own. */
export const Alike = Type.Object({
  source: Type.String(),
  ref: Type.String(),
  name: Type.String(),
  score: Type.Number(),
  category: Type.Optional(Type.String()),
});
export type Alike = Static<typeof Alike>;

/** GET /api/alerts/:id/assessment: what stands in the way of the version being written, and who is alike. */
export const Assessment = Type.Object({
  refusals: Type.Array(Refusal),
  /** Terms in the ground that the reviewer must answer for. */
  suspectTerms: Type.Array(Type.String()),
  alike: Type.Array(Alike),
});
export type Assessment = Static<typeof Assessment>;

/** A question of the neutrality review: the answer and the reviewer's reasons. */
const Answer = Type.Object(
  { answer: Type.Boolean(), reasons: Type.String({ maxLength: 2000 }) },
  { additionalProperties: false },
);

/** What a named person answers before an alert that asks for a person's arrest or control comes into force. */
export const ReviewAnswers = Type.Object(
  {
    /** True: the ground is conduct; nothing rests on belief, speech, ethnicity, religion or politics. */
    neutral: Type.Optional(Answer),
    /** True: refugee status or a protection claim is known. */
    protection: Type.Optional(Answer),
    /** True: death could be imposed; the reasons then name the assurance given. */
    deathPenalty: Type.Optional(Answer),
    /** True: there are grounds to fear torture. */
    tortureRisk: Type.Optional(Answer),
    /** True: the conduct is an offence in other members too. */
    dualCriminality: Type.Optional(Answer),
    /** Why terms of belief, speech or politics in the text are not the ground. */
    suspectTerms: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
);
export type ReviewAnswers = Static<typeof ReviewAnswers>;

/** One step in an alert's history. `by` is a person's name, or the node's. */
export const Step = Type.Object({
  number: Type.Integer(),
  at: Timestamp,
  step: Type.Enum([
    'drafted',
    'submitted',
    'returned',
    'refused',
    'approved',
    'abandoned',
    'amendment-opened',
    'extension-opened',
    'withdrawn',
    'expired',
    'disputed',
    'suspended',
    'dispute-resolved',
    'photograph-added',
    'photograph-removed',
    'deleted',
    'received',
    'changed-by-owner',
    'suspended-by-owner',
    'restored-by-owner',
    'withdrawn-by-owner',
    'accepted',
    'acceptance-refused',
    'flagged',
    'unflagged',
    'regained',
  ]),
  by: Type.Object({ id: Type.String(), name: Type.String() }),
  version: Type.Union([Type.Integer(), Type.Null()]),
  reasons: Type.Optional(Type.String()),
  answers: Type.Optional(ReviewAnswers),
  /** The audit record of the step. */
  record: Uuid,
});
export type Step = Static<typeof Step>;

/** Whether an alert of another state waits for an officer of this one. Until it is accepted it answers nothing. */
export const Acceptance = Type.Enum(['awaited', 'accepted', 'refused']);
export type Acceptance = Static<typeof Acceptance>;

/**
 * Why a state takes no action on an alert of another on its territory. What stands behind it is not said to the owner: a
 * protection claim, above all, stays where it was made.
 */
export const FlagGround = Type.Enum([
  'national-law',
  'constitution',
  'international-obligation',
  'own-interest',
  'other',
]);
export type FlagGround = Static<typeof FlagGround>;

/** A line of the list of alerts. Names in original script first. */
export const AlertSummary = Type.Object({
  id: Uuid,
  reference: Type.String(),
  /** ISO 3166-1 alpha-2 of the state whose alert it is. */
  owner: Type.String(),
  kind: AlertKind,
  category: Type.String(),
  action: Type.Union([Type.String(), Type.Null()]),
  status: AlertStatus,
  /** A version being written or reviewed beside the one in force. */
  pending: Type.Union([Type.Object({ kind: VersionKind, state: VersionState }), Type.Null()]),
  name: Type.String(),
  latin: Type.Optional(Type.String()),
  particulars: Type.String(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  expiresAt: Type.Union([Timestamp, Type.Null()]),
  reviewAt: Type.Union([Timestamp, Type.Null()]),
  disputed: Type.Boolean(),
  /** Of an alert of another state that only an officer of this one puts in force here. */
  acceptance: Type.Union([Acceptance, Type.Null()]),
  /** What is done here in the place of `action`. */
  flag: Type.Union([Type.String(), Type.Null()]),
});
export type AlertSummary = Static<typeof AlertSummary>;

export const AlertSort = Type.Enum(['updated', 'created', 'expires', 'review', 'reference']);
export type AlertSort = Static<typeof AlertSort>;

/** GET /api/alerts */
export const AlertQuery = Type.Object({
  /** A reference, or a name in any script: a name finds alerts in force. */
  text: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  status: Type.Optional(AlertStatus),
  category: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(AlertKind),
  owner: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  /** Only what waits for a second officer's review. */
  awaiting: Type.Optional(Type.Boolean()),
  /** Only what another state sent and an officer of this one has to accept. */
  unaccepted: Type.Optional(Type.Boolean()),
  mine: Type.Optional(Type.Boolean()),
  expiresBefore: Type.Optional(Timestamp),
  reviewBefore: Type.Optional(Timestamp),
  sort: Type.Optional(AlertSort),
  descending: Type.Optional(Type.Boolean()),
  ...PageQuery,
});
export type AlertQuery = Static<typeof AlertQuery>;

export const AlertPage = Type.Object({
  alerts: Type.Array(AlertSummary),
  next: Type.Union([Type.String(), Type.Null()]),
  /** Counted up to 10,000. */
  total: Type.Integer(),
  more: Type.Boolean(),
  /** How many alerts of other states wait for acceptance, whatever the list is narrowed to. */
  unaccepted: Type.Integer(),
});
export type AlertPage = Static<typeof AlertPage>;

/** What became of the last envelope about an alert to one node. */
export const SentState = Type.Enum(['waiting', 'sent', 'received', 'accepted', 'refused', 'expired']);
export type SentState = Static<typeof SentState>;

/** GET /api/alerts/:id/circulation: of an alert of this state's own, how it stands at each node that was told of it. */
export const Circulation = Type.Array(
  Type.Object({
    node: Type.String(),
    holder: Type.Enum(['member', 'body']),
    /** The member's code, or the body's id. */
    of: Type.String(),
    told: Type.Enum(['circulated', 'suspended', 'withdrawn', 'deleted']),
    /** The version it was sent last. */
    version: Type.Integer(),
    at: Timestamp,
    state: SentState,
    /** Why it was refused: `alerts.<rule>` or a code of the exchange, and the receiver's sentence. */
    refusal: Type.Union([Type.Object({ code: Type.String(), detail: Type.String() }), Type.Null()]),
    /** Deleted there, by its signed word. */
    deleted: Type.Boolean(),
    flag: Type.Union([
      Type.Object({ at: Timestamp, why: FlagGround, action: Type.Union([Type.String(), Type.Null()]) }),
      Type.Null(),
    ]),
  }),
);
export type Circulation = Static<typeof Circulation>;

/** A field in which two versions differ, by its path in the content; values as JSON. */
export const Difference = Type.Object({ pointer: Type.String(), before: Type.Unknown(), after: Type.Unknown() });
export type Difference = Static<typeof Difference>;

export const PhotographView = Type.Object({
  id: Uuid,
  identity: Type.Integer(),
  addedAt: Timestamp,
  width: Type.Integer(),
  height: Type.Integer(),
});
export type PhotographView = Static<typeof PhotographView>;

/**
 * What was typed into a draft and does not fit its contract yet, by JSON pointer into the form: half a date, an object
 * that lacks a part. It is kept so that nothing typed is lost, is never part of the content, and ends with the draft.
 */
export const Unfinished = Type.Record(Type.String({ maxLength: 200 }), Type.String({ maxLength: 4000 }), {
  maxProperties: 200,
});
export type Unfinished = Static<typeof Unfinished>;

/** A version with its content. */
export const VersionView = Type.Object({
  number: Type.Integer(),
  kind: VersionKind,
  state: VersionState,
  author: Type.Object({ id: Type.String(), name: Type.String() }),
  savedAt: Timestamp,
  content: AlertContent,
  unfinished: Type.Optional(Unfinished),
});
export type VersionView = Static<typeof VersionView>;

/** GET /api/alerts/:id; each look is recorded. */
export const AlertView = Type.Object({
  ...AlertSummary.properties,
  /** Handed back with every change: an older one is refused with the newer content. */
  revision: Type.Integer(),
  /** In force, or the last that was; null before the first approval. */
  current: Type.Union([VersionView, Type.Null()]),
  pendingVersion: Type.Union([VersionView, Type.Null()]),
  differences: Type.Array(Difference),
  /** Those alike that the author considered when submitting, with why they are others. */
  considered: Type.Array(Type.Object({ source: Type.String(), ref: Type.String(), why: Type.String() })),
  suspectTerms: Type.Array(Type.String()),
  dispute: Type.Union([
    Type.Object({ receivedAt: Timestamp, by: Type.String(), grounds: Type.String(), suspendsAt: Timestamp }),
    Type.Null(),
  ]),
  steps: Type.Array(Step),
  photographs: Type.Array(PhotographView),
  /** What this officer may do now: `edit`, `submit`, `abandon`, `review`, `amend`, `extend`, `withdraw`, `dispute`. */
  may: Type.Array(Type.String()),
});
export type AlertView = Static<typeof AlertView>;

/** POST /api/alerts: begins a draft. */
export const NewDraft = Type.Object({ content: AlertContent, unfinished: Type.Optional(Unfinished) });
export type NewDraft = Static<typeof NewDraft>;
/** PUT /api/alerts/:id/draft */
export const SavedDraft = Type.Object({
  revision: Type.Integer(),
  content: AlertContent,
  unfinished: Type.Optional(Unfinished),
});
export type SavedDraft = Static<typeof SavedDraft>;
/** POST /api/alerts/:id/submission */
export const Submission = Type.Object({
  revision: Type.Integer(),
  considered: Type.Array(
    Type.Object({
      source: Type.String({ maxLength: 100 }),
      ref: Type.String({ maxLength: 100 }),
      why: Type.String({ maxLength: 1000 }),
    }),
    { maxItems: 20 },
  ),
});
export type Submission = Static<typeof Submission>;
/** POST /api/alerts/:id/review */
export const Review = Type.Object({
  revision: Type.Integer(),
  decision: Type.Enum(['approve', 'return', 'refuse']),
  reasons: Type.String({ maxLength: 4000 }),
  answers: ReviewAnswers,
});
export type Review = Static<typeof Review>;
/** POST /api/alerts/:id/versions: opens an amendment or an extension beside the version in force. */
export const NewVersion = Type.Object({ revision: Type.Integer(), kind: Type.Enum(['amendment', 'extension']) });
/** POST /api/alerts/:id/withdrawal */
export const Withdrawal = Type.Object({
  revision: Type.Integer(),
  why: Type.Enum(['purpose-achieved', 'basis-fell-away', 'wrong-person', 'court-order', 'protection', 'other']),
  reasons: Type.String({ minLength: 10, maxLength: 4000 }),
});
export type Withdrawal = Static<typeof Withdrawal>;
/** POST /api/alerts/:id/dispute: the holder or another state says the record is wrong. */
export const Dispute = Type.Object({
  revision: Type.Integer(),
  by: Type.String({ minLength: 2, maxLength: 300 }),
  grounds: Type.String({ minLength: 10, maxLength: 4000 }),
});
export type Dispute = Static<typeof Dispute>;
/** POST /api/alerts/:id/dispute/resolution: `upheld` withdraws the record. */
export const DisputeResolution = Type.Object({
  revision: Type.Integer(),
  outcome: Type.Enum(['upheld', 'rejected']),
  reasons: Type.String({ minLength: 10, maxLength: 4000 }),
});
export type DisputeResolution = Static<typeof DisputeResolution>;
const Reasons = Type.String({ minLength: 10, maxLength: 4000 });
/** POST /api/alerts/:id/deletion: erases it here and at every holder. */
export const Deletion = Type.Object({ revision: Type.Integer(), reasons: Reasons });
export type Deletion = Static<typeof Deletion>;
/** POST /api/alerts/:id/acceptance, of an alert of another state. A refusal names its ground, which its owner is told. */
export const AcceptanceDecision = Type.Union([
  Type.Object({ revision: Type.Integer(), decision: Type.Literal('accept'), reasons: Reasons }),
  Type.Object({ revision: Type.Integer(), decision: Type.Literal('refuse'), why: FlagGround, reasons: Reasons }),
]);
export type AcceptanceDecision = Static<typeof AcceptanceDecision>;
/** POST /api/alerts/:id/flag: no action on our territory, and what is done instead. The reasons stay here. */
export const Flag = Type.Object({
  revision: Type.Integer(),
  why: FlagGround,
  action: Type.String({ maxLength: 100 }),
  reasons: Reasons,
});
export type Flag = Static<typeof Flag>;
/** DELETE /api/alerts/:id/flag */
export const Unflagging = Type.Object({ revision: Type.Integer(), reasons: Reasons });
export type Unflagging = Static<typeof Unflagging>;
/** DELETE /api/alerts/:id/draft */
export const Abandonment = Type.Object({ revision: Type.Integer() });

/** GET /api/alerts/figures: public. One line a year and category; persons are in none of it. */
export const AlertFigures = Type.Array(
  Type.Object({
    year: Type.Integer(),
    category: Type.String(),
    issued: Type.Integer(),
    extended: Type.Integer(),
    withdrawn: Type.Integer(),
    expired: Type.Integer(),
    refused: Type.Integer(),
  }),
);
export type AlertFigures = Static<typeof AlertFigures>;

/** A filter kept by an officer under a name. GET, PUT and DELETE /api/alerts/filters/:name */
export const SavedFilter = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60 }),
  query: Type.Omit(AlertQuery, ['cursor', 'limit']),
  /** Days from the day it is used, in place of `expiresBefore` and `reviewBefore`: "soon" stays soon. */
  within: Type.Optional(
    Type.Object({
      expires: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
      review: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
    }),
  ),
});
export type SavedFilter = Static<typeof SavedFilter>;
