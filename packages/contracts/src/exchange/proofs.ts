import { type Static, Type } from 'typebox';
import { RecordProof } from '../audit.ts';

const OrNull = <Of extends Parameters<typeof Type.Union>[0][number]>(type: Of) => Type.Union([type, Type.Null()]);

/** SHA-256 of an envelope's bytes, in hexadecimal. */
export const EnvelopeId = Type.String({ pattern: '^[0-9a-f]{64}$' });

/**
 * GET /peer/proofs/<envelope id>: one node's half of the evidence of an envelope between it and the node that asks. Leaves, hashes
 * and signed heads; the sender gives the first two, the receiver the others.
 */
export const ProofsAnswer = Type.Object({
  sent: OrNull(RecordProof),
  /** The envelope's signature in Base64: a receiver that has erased the content holds it no more. */
  signature: OrNull(Type.String({ maxLength: 100 })),
  received: OrNull(RecordProof),
  /** Null also while nothing is decided. */
  decided: OrNull(RecordProof),
});
export type ProofsAnswer = Static<typeof ProofsAnswer>;
