import { randomBytes } from 'node:crypto';
import { serialiseCanonical } from '@entente/crypto/canonical';
import { MAX_ENVELOPE_BYTES } from '@entente/crypto/envelope/envelope';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Draft, Outgoing } from '../model/envelopes.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { notifyWork } from '../store/notices.ts';
import { insertOutgoing } from '../store/outbox.ts';
import type { ExchangeParts } from './parts.ts';

const createId = createIdSource();

/** Kept free for everything of an envelope but its body and its attachments. */
const FRAME_BYTES = 4096;

/**
 * Puts an envelope into the outbox, in the transaction of the thing itself and after what it is about has been locked. It
 * gets its number, id and signature once that is committed, and is delivered in the order of writing. Returns the id of the
 * row. Throws a Problem for a node that is not there and a body that is too large, and a Refusal for what JSON cannot say.
 */
export async function send(
  { clock, membership }: Pick<ExchangeParts, 'clock' | 'membership'>,
  tx: Tx,
  outgoing: Outgoing,
): Promise<{ id: string }> {
  const { to, type, body, handling, instrument, expiresAt, attachments = [] } = outgoing;
  const standing = membership.standing();
  if (!standing) throw new Problem(EXCHANGE_PROBLEMS['not-in-organisation']);
  if (to === standing.self || !standing.register.nodes.has(to))
    throw new Problem(EXCHANGE_PROBLEMS['unknown-receiver']);
  const draft: Draft = { salt: randomBytes(32).toString('hex'), body, attachments };
  // What could not be written as an envelope would stop the channel when its turn comes.
  if (Buffer.byteLength(serialiseCanonical(draft)) > MAX_ENVELOPE_BYTES - FRAME_BYTES) {
    throw new Problem(EXCHANGE_PROBLEMS['envelope-too-large']);
  }
  const createdAt = clock.now();
  const id = createId(createdAt);
  await insertOutgoing(tx, {
    id,
    node: to,
    type,
    handling,
    instrument: instrument ?? null,
    createdAt,
    expiresAt: expiresAt ?? null,
    draft,
  });
  await notifyWork(tx);
  return { id };
}
