import { type Static, Type } from 'typebox';
import { Uuid } from '../terms.ts';
import { Compared, MessageWords, Met, NewOutcome, SeenDocument } from './entries.ts';

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
