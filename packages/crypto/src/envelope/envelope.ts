import { randomBytes } from 'node:crypto';
import { BASE64, HEX_32, ID } from '../act/terms.ts';
import { toHex } from '../bytes.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { sha256 } from '../sha256.ts';
import { anything, count, instant, list, object, one, optional, readShape, text } from '../shape.ts';

export const ENVELOPE_FORMAT = 'entente-envelope/1';
/** Larger contents travel as attachments, beside the stream. */
export const MAX_ENVELOPE_BYTES = 2 ** 20;

/** What travels between two nodes. */
export interface Envelope {
  format: typeof ENVELOPE_FORMAT;
  /** 32 random bytes in hexadecimal. Erased with the body, the id says nothing of what it was. */
  salt: string;
  organisation: string;
  from: string;
  to: string;
  /** From 1, without gaps, for this pair in this direction. */
  seq: number;
  /** `<room>.<past tense>`: `alerts.circulated`. */
  type: string;
  /** Number and hash of the act the sender's register ended with. */
  registerHead: { number: number; hash: string };
  sentAt: string;
  /** From then on it is not applied any more; the sender sends a void in its place if it is not out by then. */
  expiresAt?: string | undefined;
  /** The treaty it is sent under, as the register names it. */
  instrument?: string | undefined;
  /** Handling code: what the receiver may do with it. */
  handling: string;
  body: Json;
  attachments: Attachment[];
}

/** A file that is pulled apart from the stream, in sealed chunks. */
export interface Attachment {
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string;
  size: number;
  name: string;
  mediaType: string;
  /** The key of its chunks, 32 bytes in Base64. */
  key: string;
}

const ATTACHMENT = object({
  sha256: text(HEX_32),
  size: count,
  name: text(/^[^\p{Cc}/\\]+$/u, 255),
  mediaType: text(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/, 100),
  key: text(BASE64),
});

const ENVELOPE = object({
  format: one(ENVELOPE_FORMAT),
  salt: text(HEX_32),
  organisation: text(ID),
  from: text(ID),
  to: text(ID),
  seq: count,
  type: text(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/, 80),
  registerHead: object({ number: count, hash: text(HEX_32) }),
  sentAt: instant,
  expiresAt: optional(instant),
  instrument: optional(text(ID)),
  handling: text(ID),
  body: anything,
  attachments: list(ATTACHMENT, { most: 100 }),
});

/** The bytes that are hashed; with a fresh salt unless one is given. */
export function writeEnvelope(envelope: Omit<Envelope, 'format' | 'salt'>, salt = toHex(randomBytes(32))): Uint8Array {
  const bytes = Buffer.from(serialiseCanonical({ format: ENVELOPE_FORMAT, salt, ...envelope }));
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new Refusal('out-of-range', 'too long for one envelope');
  return bytes;
}

/** What an envelope says and encloses, as canonical text: kept, so that it is not written a second time. */
export interface EnvelopeContent {
  salt: string;
  body: Json;
  attachments: Attachment[];
}

const SALT_AT = -'"0000000000000000000000000000000000000000000000000000000000000000"}'.length;
const CONTENT_END = SALT_AT - ',"salt":'.length;

/** `{"attachments":…,"body":…,"salt":…}`, canonical. */
export function writeContent(content: EnvelopeContent): string {
  return serialiseCanonical(content);
}

/** The salt of written content. */
export function saltOf(content: string): string {
  return content.slice(SALT_AT + 1, -2);
}

/**
 * The bytes of an envelope from its written content and the rest of it: what `writeEnvelope` gives for the same, without
 * writing the content again. Attachments and body come first in canonical order (RFC 8785, section 3.2.3).
 */
export function writeEnvelopeAround(
  content: string,
  rest: Omit<Envelope, 'format' | keyof EnvelopeContent>,
): Uint8Array {
  const frame = serialiseCanonical({ format: ENVELOPE_FORMAT, salt: saltOf(content), ...rest });
  const bytes = Buffer.from(`${content.slice(0, CONTENT_END)},${frame.slice(1)}`);
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new Refusal('out-of-range', 'too long for one envelope');
  return bytes;
}

/** Reads an envelope's bytes; anything that is not one, in canonical form, is refused. */
export function readEnvelope(bytes: Uint8Array): Envelope {
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new Refusal('malformed-envelope', 'too long for one envelope');
  const envelope = readShape(parseCanonical(bytes), ENVELOPE, 'malformed-envelope');
  if (envelope.seq === 0) throw new Refusal('malformed-envelope', 'envelopes are numbered from 1');
  return envelope;
}

/** SHA-256 of the signed bytes, in hexadecimal. */
export function envelopeId(bytes: Uint8Array): string {
  return toHex(sha256(bytes));
}
