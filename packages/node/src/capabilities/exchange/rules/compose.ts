import { saltOf, writeContent, writeEnvelope, writeEnvelopeAround } from '@entente/crypto/envelope/envelope';
import type { Json } from '@entente/crypto/json';
import { type Draft, VOIDED } from '../model/envelopes.ts';
import type { Numbered } from '../model/outbox.ts';

/** From whom to whom, in which organisation. */
export interface Pair {
  organisation: string;
  from: string;
  to: string;
}

/**
 * The bytes of a numbered envelope. The same row and draft give the same bytes each time, so that they are not stored a
 * second time; a void says only of which type the envelope was that it stands for.
 */
export function composeEnvelope(row: Numbered, draft: Draft, pair: Pair): Uint8Array {
  return composeAround(row, writeContent(draft), pair);
}

/** The same from the draft as it was written. */
export function composeAround(row: Numbered, content: string, { organisation, from, to }: Pair): Uint8Array {
  const { seq, handling, head, sentAt, voided } = row;
  const frame = { organisation, from, to, seq, registerHead: head, sentAt: sentAt.toISOString(), handling };
  if (voided) {
    const body: Json = { type: row.type, reason: 'expired' };
    return writeEnvelope({ ...frame, type: VOIDED, body, attachments: [] }, saltOf(content));
  }
  return writeEnvelopeAround(content, {
    ...frame,
    type: row.type,
    expiresAt: row.expiresAt?.toISOString(),
    instrument: row.instrument ?? undefined,
  });
}
