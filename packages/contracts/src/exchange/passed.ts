import { type Static, Type } from 'typebox';
import { RegisterHead, Stop } from './delivery.ts';

const Place = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** POST /peer/passed: numbers of the sender's stream whose envelopes it cannot send any more, since what they said is erased. */
export const PassingQuery = Type.Object(
  {
    /** Number and hash of the act that the sender's register ends with. */
    headNumber: Place,
    headHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    first: Place,
    last: Place,
    /** Id of the key that signed. */
    signedBy: Type.String({ pattern: '^[0-9a-f]{16}$' }),
    /** Ed25519 in hexadecimal (docs/protocol/rejoin.md, section 6). */
    signature: Type.String({ pattern: '^[0-9a-f]{128}$' }),
  },
  { additionalProperties: false },
);
export type PassingQuery = Static<typeof PassingQuery>;

/** Where the receiver stands now: at the last of the numbers or beyond, or before, and why. */
export const PassingAnswer = Type.Object({
  head: RegisterHead,
  received: Type.Integer({ minimum: 0 }),
  stop: Type.Union([Stop, Type.Null()]),
});
export type PassingAnswer = Static<typeof PassingAnswer>;
