import { randomBytes } from 'node:crypto';
import { type Attachment, MAX_ENVELOPE_BYTES, writeContent } from '@entente/crypto/envelope/envelope';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Tx } from '../../../platform/database/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Outgoing } from '../model/envelopes.ts';
import { EXCHANGE_PROBLEMS } from '../problems.ts';
import { insertEnclosures } from '../store/attachments/enclosures.ts';
import { insertOutgoing, type NewRow } from '../store/outbox.ts';
import { describeFiles } from './attachments/enclose-files.ts';
import type { ExchangeParts } from './parts.ts';

const createId = createIdSource();

/** Kept free for everything of an envelope but its body and its attachments. */
const FRAME_BYTES = 4096;

/**
 * Puts an envelope into the outbox, in the transaction of the thing itself and after what it is about has been locked. It
 * gets its number, id and signature once that is committed, and is delivered in the order of writing. Returns the id of the
 * row. Throws a Problem for a node or a file that is not there and a body that is too large, and a Refusal for what JSON cannot say.
 */
export async function send(parts: SendParts, tx: Tx, outgoing: Outgoing): Promise<{ id: string }> {
  const [id] = await sendMany(parts, tx, [outgoing]);
  return { id: id! };
}

/** Puts many envelopes into the outbox in one statement, in their order; to several nodes, or to one. Returns the ids of the rows. */
export async function sendMany(parts: SendParts, tx: Tx, outgoing: readonly Outgoing[]): Promise<string[]> {
  const createdAt = parts.clock.now();
  const enclosing = outgoing.some(({ files = [] }) => files.length > 0);
  const attachments = enclosing ? await describeFiles(tx, outgoing) : [];
  const rows = outgoing.map((one, at) => writeRow(parts, one, attachments[at] ?? [], createdAt));
  if (rows.length > 0) await insertOutgoing(tx, rows);
  if (enclosing)
    await insertEnclosures(
      tx,
      rows.map(({ id }, at) => ({ outbox: id, files: outgoing[at]!.files ?? [] })),
    );
  for (const { id, content } of rows) parts.written?.keep(id, content, content.length);
  return rows.map(({ id }) => id);
}

/** A command beside the node has nothing to keep for later, and no rooms that could say what is about what. */
type SendParts = Pick<ExchangeParts, 'clock' | 'membership'> & Partial<Pick<ExchangeParts, 'written' | 'handlers'>>;

function writeRow(
  { membership, handlers }: Pick<SendParts, 'membership' | 'handlers'>,
  outgoing: Outgoing,
  attachments: Attachment[],
  createdAt: Date,
): NewRow {
  const { to: node, type, body, handling, instrument = null, expiresAt = null } = outgoing;
  const standing = membership.standing();
  if (!standing) throw new Problem(EXCHANGE_PROBLEMS['not-in-organisation']);
  if (node === standing.self || !standing.register.nodes.has(node)) {
    throw new Problem(EXCHANGE_PROBLEMS['unknown-receiver']);
  }
  const content = writeContent({ salt: randomBytes(32).toString('hex'), body, attachments });
  // What could not be written as an envelope would stop the channel when its turn comes.
  if (Buffer.byteLength(content) > MAX_ENVELOPE_BYTES - FRAME_BYTES) {
    throw new Problem(EXCHANGE_PROBLEMS['envelope-too-large']);
  }
  const about = handlers?.about(type, body);
  return { id: createId(createdAt), node, type, handling, instrument, createdAt, expiresAt, about, content };
}
