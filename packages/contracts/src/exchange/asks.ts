import { type Static, Type } from 'typebox';
import { PartialDate, Uuid } from '../terms.ts';

const closed = { additionalProperties: false };
const Node = Type.String({ pattern: '^[a-z0-9-]{1,60}$' });
const Words = Type.String({ minLength: 1, maxLength: 500 });

/** A document by its number, or a person by two elements of his identity at least. */
export const AskedAbout = Type.Union([
  Type.Object(
    {
      by: Type.Literal('document'),
      number: Type.String({ minLength: 1, maxLength: 60 }),
      issuer: Type.Optional(Words),
    },
    closed,
  ),
  Type.Object(
    {
      by: Type.Literal('identity'),
      names: Type.Array(Words, { minItems: 1, maxItems: 5 }),
      birthDate: Type.Optional(PartialDate),
      nationality: Type.Optional(Words),
    },
    closed,
  ),
]);
export type AskedAbout = Static<typeof AskedAbout>;

/** POST /api/asks: whom to ask, and about whom; why stands in the headers of the request. */
export const AskRequest = Type.Object(
  { recipients: Type.Array(Node, { minItems: 1, maxItems: 50, uniqueItems: true }), about: AskedAbout },
  closed,
);
export type AskRequest = Static<typeof AskRequest>;

/** What one node made of the question. */
export const AskOutcome = Type.Object({
  node: Node,
  /** `refused`: it answered that it does not answer; `silent`: no answer that holds came in time. */
  answer: Type.Enum(['hit', 'no-hit', 'refused', 'silent']),
  /** To name to its owner, who finds by it what was hit. */
  reference: Type.Union([Type.String(), Type.Null()]),
  /** The code of a refusal, or why no answer counts. */
  why: Type.Union([Type.String(), Type.Null()]),
});
export type AskOutcome = Static<typeof AskOutcome>;

export const AskAnswers = Type.Object({ id: Uuid, answers: Type.Array(AskOutcome) });
export type AskAnswers = Static<typeof AskAnswers>;

/** GET /api/asks/recipients: the other nodes of the organisation, those of members before those of bodies. */
export const AskRecipients = Type.Object({
  /** This node in the register; null while it is in no organisation. */
  self: Type.Union([Node, Type.Null()]),
  nodes: Type.Array(
    Type.Object({
      node: Node,
      holder: Type.Enum(['member', 'body']),
      /** The member's state, or the body's id. */
      of: Type.String(),
      /** Why it is asked nothing now; null where it may be asked. */
      closed: Type.Union([Type.Enum(['member-suspended', 'channel-suspended']), Type.Null()]),
    }),
  ),
});
export type AskRecipients = Static<typeof AskRecipients>;
export type AskRecipient = AskRecipients['nodes'][number];

/** POST /peer/asks and its answer: what is sealed, and the id of the key that signed within. */
export const SealedAsk = Type.Object(
  { signedBy: Type.String({ pattern: '^[0-9a-f]{16}$' }), sealed: Type.String({ minLength: 1, maxLength: 20_000 }) },
  closed,
);
export type SealedAsk = Static<typeof SealedAsk>;

/** What an officer says when he stops a state from asking, or lets it ask again. */
export const AskingChange = Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1000 }) }, closed);
export type AskingChange = Static<typeof AskingChange>;
