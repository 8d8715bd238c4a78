import { type Static, Type } from 'typebox';
import { DELIVERY_LIMITS, RegisterHead } from './delivery.ts';
import { HEADS_LIMITS } from './witnesses.ts';

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** POST /peer/seen: how far the asking node has come, as it knows; it may have been restored from a backup. */
export const SeenQuery = Type.Object(
  {
    /** Number of the last envelope it has received from the node asked, and of the last it has dealt with. */
    received: Count,
    applied: Count,
    /** Number of the last receipt it has given for these. */
    receipts: Count,
    /** Number of the last envelope it has sent to the node asked. */
    sent: Count,
  },
  { additionalProperties: false },
);
export type SeenQuery = Static<typeof SeenQuery>;

/** What the node asked has seen of the one that asks. */
export const SeenAnswer = Type.Object({
  head: RegisterHead,
  /** Number and id of the last envelope it has received. */
  received: Count,
  receivedId: Type.Union([Type.String({ pattern: '^[0-9a-f]{64}$' }), Type.Null()]),
  /** Number of the last envelope it has sent to it. */
  sent: Count,
  /** Heads of the asking node's log: the one cosigned last, and the newest seen. */
  heads: Type.Array(Type.String({ maxLength: HEADS_LIMITS.characters }), { maxItems: 4 }),
  /** Records of that log whose hashes it mirrors. */
  mirrored: Count,
});
export type SeenAnswer = Static<typeof SeenAnswer>;

/** GET /peer/returned: the asking node's own envelopes, from a number on, as they were received. */
export const ReturnedQuery = Type.Object({ after: Count }, { additionalProperties: false });
export type ReturnedQuery = Static<typeof ReturnedQuery>;

/**
 * Sealed to the asking node like a delivery, for the way from the node asked; null where there is none after that number, or none that
 * is not erased: then `passed` names the last of the erased, if there is one.
 */
export const ReturnedAnswer = Type.Object({
  /** Id of a signing key of the node asked: bound into the seal. */
  signedBy: Type.String({ pattern: '^[0-9a-f]{16}$' }),
  sealed: Type.Union([Type.String({ maxLength: Math.ceil((DELIVERY_LIMITS.bytes * 4) / 3) }), Type.Null()]),
  passed: Type.Union([Count, Type.Null()]),
});
export type ReturnedAnswer = Static<typeof ReturnedAnswer>;
