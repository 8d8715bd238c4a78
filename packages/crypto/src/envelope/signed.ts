import { type PrivateKey, SIGNATURE_BYTES, signBytes, verifyBytes } from '../ed25519.ts';
import { Refusal } from '../refusal.ts';
import { type Envelope, envelopeId, readEnvelope } from './envelope.ts';

/** What stays of an envelope when its body is erased, and what its signature still proves. */
export interface EnvelopeMark {
  id: string;
  organisation: string;
  from: string;
  to: string;
  seq: number;
}

/**
 * The signature covers the id and the place in the stream, not the bytes themselves: it can be verified after the
 * body has been erased, and the label keeps it from being read as anything else that the same key signs.
 */
function bytesOf({ id, organisation, from, to, seq }: EnvelopeMark): Uint8Array {
  return Buffer.from(`entente-envelope/1\n${organisation}\n${from}\n${to}\n${seq}\n${id}\n`);
}

export function markOf(bytes: Uint8Array, { organisation, from, to, seq }: Envelope): EnvelopeMark {
  return { id: envelopeId(bytes), organisation, from, to, seq };
}

/** 64 bytes of Ed25519. */
export function signEnvelope(mark: EnvelopeMark, key: PrivateKey): Uint8Array {
  return signBytes(bytesOf(mark), key);
}

export function verifyEnvelope(mark: EnvelopeMark, signature: Uint8Array, publicKey: Uint8Array): boolean {
  return verifyBytes(bytesOf(mark), signature, publicKey);
}

/** `signature || bytes`: what is sealed to the receiver. */
export function packSigned(bytes: Uint8Array, signature: Uint8Array): Uint8Array {
  return Buffer.concat([signature, bytes]);
}

/** Takes a packed envelope apart and reads it; its signature is not judged yet. */
export function unpackSigned(packed: Uint8Array): { bytes: Uint8Array; signature: Uint8Array; envelope: Envelope } {
  if (packed.length <= SIGNATURE_BYTES) throw new Refusal('malformed-envelope', 'too short for a signed envelope');
  const bytes = packed.subarray(SIGNATURE_BYTES);
  return { bytes, signature: packed.subarray(0, SIGNATURE_BYTES), envelope: readEnvelope(bytes) };
}
