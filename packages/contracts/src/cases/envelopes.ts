import { type Static, Type } from 'typebox';
import { Uuid } from '../terms.ts';
import { Compared, MessageWords, Met, NewOutcome, SeenDocument } from './entries.ts';
import { AskReference, InquiryDecision, InquiryWords, Told } from './inquiries.ts';

const closed = { additionalProperties: false };

/**
 * `cases.hit-reported`: a hit, to the owner of its alert. `thread` is random, so that it tells no time; `met` is absent where
 * place and time are not reported.
 */
export const HitReported = Type.Object(
  {
    thread: Uuid,
    alert: Type.Object({ reference: Type.String({ pattern: '^[A-Z]{2}-\\d{4}-\\d{6,}$' }) }, closed),
    /** Somebody may be held, or has to be kept safe, until the owner answers. */
    urgent: Type.Boolean(),
    met: Type.Optional(Type.Object(Met.properties, closed)),
    documents: Type.Array(Type.Object(SeenDocument.properties, closed), { maxItems: 4 }),
    compared: Type.Array(Type.Object(Compared.properties, closed), { maxItems: 4 }),
    /** Id of the action taken. */
    taken: Type.Optional(Type.String({ maxLength: 100 })),
    words: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
  },
  closed,
);
export type HitReported = Static<typeof HitReported>;

/** `cases.message-sent`: a message of the thread, under an id its author made; its files are the envelope's attachments. */
export const MessageSent = Type.Object({ thread: Uuid, id: Uuid, ...MessageWords.properties }, closed);
export type MessageSent = Static<typeof MessageSent>;

/** `cases.acknowledged`: a contact-point officer of the owner has taken the hit up. */
export const Acknowledged = Type.Object({ thread: Uuid, id: Uuid }, closed);
export type Acknowledged = Static<typeof Acknowledged>;

/** `cases.outcome-recorded`: what came of it on the sender's side. */
export const OutcomeRecorded = Type.Object({ thread: Uuid, id: Uuid, ...NewOutcome.properties }, closed);
export type OutcomeRecorded = Static<typeof OutcomeRecorded>;

/** `cases.content-asked`: to the owner that answered an ask with a hit, to have it told what was hit. */
export const ContentAsked = Type.Object(
  {
    inquiry: Uuid,
    /** The reference the answer gave. */
    reference: AskReference,
    /** The case it was asked in, as the asking state names it. */
    case: Type.String({ minLength: 1, maxLength: 500 }),
    words: Type.Optional(InquiryWords),
  },
  closed,
);
export type ContentAsked = Static<typeof ContentAsked>;

/** `cases.content-told`: what an officer of the owner decided; `told` where he confirmed, and only then. */
export const ContentTold = Type.Object(
  {
    inquiry: Uuid,
    decision: InquiryDecision,
    told: Type.Optional(Told),
    words: Type.Optional(InquiryWords),
  },
  closed,
);
export type ContentTold = Static<typeof ContentTold>;

/** `cases.content-recalled`: what was told stands no longer, since its alert is in force no longer; the receiver erases it. */
export const ContentRecalled = Type.Object({ inquiry: Uuid }, closed);
export type ContentRecalled = Static<typeof ContentRecalled>;
