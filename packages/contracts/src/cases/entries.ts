import { type Static, Type } from 'typebox';
import { ChecklistItem, Direction } from '../screening/second-line.ts';
import { Timestamp, Uuid } from '../terms.ts';
import { CASE_FILES } from './files.ts';

/** Supplementary information that is asked for and given under a clock of the profile. */
export const InformationType = Type.Enum(['identity', 'warrant', 'extradition-intended', 'cancellation']);
export type InformationType = Static<typeof InformationType>;

/** What came of a hit, as the contact point that records it knows. */
export const Outcome = Type.Enum([
  'arrested',
  'handed-over',
  'released',
  'summons-served',
  'located',
  'protected',
  'object-secured',
  'mistaken-identity',
  'no-action',
]);
export type Outcome = Static<typeof Outcome>;

const Text = Type.String({ minLength: 1, maxLength: 8000 });

/** What a message says. Information is asked for or given; an answer names what it answers. */
export const MessageWords = Type.Object(
  {
    kind: Type.Union([Type.Literal('text'), InformationType]),
    form: Type.Optional(Type.Enum(['asked', 'given'])),
    /** Of what is asked: it runs by the shorter clock. */
    urgent: Type.Optional(Type.Boolean()),
    /** The id of the entry that asked. */
    answers: Type.Optional(Uuid),
    text: Text,
  },
  { additionalProperties: false },
);
export type MessageWords = Static<typeof MessageWords>;

/** POST /api/cases/:id/messages. */
export const NewMessage = Type.Object(
  {
    ...MessageWords.properties,
    /** Ids of files uploaded before, in this order. */
    files: Type.Optional(Type.Array(Uuid, { maxItems: CASE_FILES.most, uniqueItems: true })),
  },
  { additionalProperties: false },
);
export type NewMessage = Static<typeof NewMessage>;

/** POST /api/cases/:id/outcome. The owner's closes the case; the other side's says what was done. */
export const NewOutcome = Type.Object({ outcome: Outcome, text: Type.Optional(Text) }, { additionalProperties: false });
export type NewOutcome = Static<typeof NewOutcome>;

/** When and where somebody was met. */
export const Met = Type.Object({
  at: Timestamp,
  place: Type.String({ minLength: 1, maxLength: 200 }),
  direction: Direction,
});
export type Met = Static<typeof Met>;

/** A document as it was seen. */
export const SeenDocument = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 10 })),
  issuer: Type.Optional(Type.String({ maxLength: 100 })),
  number: Type.String({ maxLength: 60 }),
});
export type SeenDocument = Static<typeof SeenDocument>;

/** What was compared before the hit was confirmed, without notes. */
export const Compared = Type.Object({ item: ChecklistItem.properties.item, finding: ChecklistItem.properties.finding });
export type Compared = Static<typeof Compared>;
