import { type Static, Type } from 'typebox';
import { Problem } from '../problem.ts';

/** The most envelopes of one request, and the most bytes of them, sealed. */
export const DELIVERY_LIMITS = { envelopes: 100, bytes: 4 * 2 ** 20 };

/** Number and hash of the act that a node's register ends with. */
export const RegisterHead = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});
export type RegisterHead = Static<typeof RegisterHead>;

/** POST /peer/envelopes: envelopes of one stream, in the order of their numbers, without gaps, sealed together. */
export const Delivery = Type.Object(
  {
    head: RegisterHead,
    /** Id of the key that signed all of them: bound into the seal. */
    signedBy: Type.String({ pattern: '^[0-9a-f]{16}$' }),
    /** The seal, Base64. */
    sealed: Type.String({ maxLength: Math.ceil((DELIVERY_LIMITS.bytes * 4) / 3) }),
  },
  { additionalProperties: false },
);
export type Delivery = Static<typeof Delivery>;

/** Why the receiver took no more of a delivery. */
export const Stop = Type.Union([
  /** A number is missing before this envelope. */
  Type.Object({ why: Type.Literal('gap'), expected: Type.Integer({ minimum: 1 }) }),
  /** The receiver's register is older than the sender's; it reads the acts it lacks. */
  Type.Object({ why: Type.Literal('behind') }),
  /** The delivery is sealed to a key the receiver does not hold. */
  Type.Object({ why: Type.Literal('unknown-key') }),
  /** It has too much to apply already. */
  Type.Object({ why: Type.Literal('busy'), retryAfterMs: Type.Integer({ minimum: 0 }) }),
  /** The receiver has suspended the channel. */
  Type.Object({ why: Type.Literal('suspended') }),
  /** It is no authentic envelope of this stream. */
  Type.Object({ why: Type.Literal('unreadable'), problem: Problem }),
]);
export type Stop = Static<typeof Stop>;

/** What became of a delivery: the receipts of as many envelopes as were taken or known, and why no more were. */
export const DeliveryAnswer = Type.Object({
  head: RegisterHead,
  receipts: Type.Array(Type.String({ maxLength: 5000 }), { maxItems: DELIVERY_LIMITS.envelopes }),
  stop: Type.Union([Stop, Type.Null()]),
});
export type DeliveryAnswer = Static<typeof DeliveryAnswer>;
