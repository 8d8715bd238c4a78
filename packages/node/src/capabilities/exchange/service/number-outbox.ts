import { envelopeId } from '@entente/crypto/envelope/envelope';
import { packSigned, signEnvelope } from '@entente/crypto/envelope/signed';
import type { Tx } from '../../../platform/database/database.ts';
import { numberPending, type Sequence } from '../../../platform/database/sequence.ts';
import { type AuditEntry, recordEvents } from '../../audit/index.ts';
import { VOIDED } from '../model/envelopes.ts';
import type { Packed, Place, Waiting } from '../model/outbox.ts';
import { composeAround, type Pair } from '../rules/compose.ts';
import { insertExpired } from '../store/dead-letters.ts';
import { openContents, type Placed, placeOutgoing, readWaiting } from '../store/outbox.ts';
import { advanceSent, readOutgoing } from '../store/outgoing.ts';
import type { Portion } from '../store/portions.ts';
import { type ExchangeParts, headOf, standingOf } from './parts.ts';

/**
 * Gives the envelopes that wait for a node their numbers: composes, signs and records each, in one transaction. Returns them
 * ready to be sealed; none also while another process is at it.
 */
export async function numberOutbox(parts: ExchangeParts, node: string, portion: Portion): Promise<Packed[]> {
  let packed: Packed[] = [];
  const sequence: Sequence<Waiting> = {
    name: `exchange.outbox/${node}`,
    batch: portion.rows,
    readSize: async (tx) => (await readOutgoing(tx, node)).sent,
    readPending: (tx) => readWithContents(parts, tx, node, portion),
    place: async (tx, rows, last) => {
      packed = await place(parts, tx, node, rows, last);
    },
    advance: (tx, from, to) => advanceSent(tx, node, from, to),
  };
  return (await numberPending(parts.db, sequence)) > 0 ? packed : [];
}

/** What waits for a number, with what it says: as it was written a moment ago, or else as it is stored. */
async function readWithContents(
  { written }: ExchangeParts,
  tx: Tx,
  node: string,
  portion: Portion,
): Promise<Waiting[]> {
  const rows = await readWaiting(tx, node, portion);
  const contents = new Map(rows.map(({ id }) => [id, written.take(id)]));
  const missing = rows.filter(({ id }) => contents.get(id) === undefined).map(({ id }) => id);
  for (const [id, content] of await openContents(tx, missing)) contents.set(id, content);
  return rows.map((row) => ({ ...row, content: contents.get(row.id)! }));
}

async function place(parts: ExchangeParts, tx: Tx, node: string, rows: Waiting[], last: number): Promise<Packed[]> {
  const { register, self } = standingOf(parts);
  const pair: Pair = { organisation: register.organisation, from: self, to: node };
  const { id: signedBy, key } = parts.membership.keys.signing();
  const at = parts.clock.now();
  const head = headOf(register);
  const signed = rows.map(({ content, ...row }, index) => {
    const voided = row.expiresAt !== null && row.expiresAt <= at;
    const where: Place = { seq: last + 1 + index, sentAt: at, head, voided };
    const bytes = composeAround({ ...row, ...where }, content, pair);
    const envelope = envelopeId(bytes);
    const signature = signEnvelope({ id: envelope, ...pair, seq: where.seq }, key);
    return { ...where, id: row.id, type: voided ? VOIDED : row.type, envelope, signature, signedBy, bytes };
  });
  const records = await recordEvents(
    tx,
    signed.map(({ envelope, seq, type }) => sentEntry(pair, at, { envelope, seq, type, head: head.number })),
  );
  const placed = signed.map((row, index): Placed => ({ ...row, record: records[index]! }));
  await placeOutgoing(tx, placed);
  const expired = signed.filter(({ voided }) => voided).map(({ id }) => id);
  await insertExpired(tx, expired, at);
  return signed.map(({ seq, envelope, signature, bytes }) => ({
    seq,
    envelope,
    signedBy,
    packed: packSigned(bytes, signature),
  }));
}

function sentEntry(
  { from, to }: Pair,
  at: Date,
  { envelope, seq, type, head }: { envelope: string; seq: number; type: string; head: number },
): AuditEntry {
  return {
    at,
    event: 'exchange.sent',
    actor: { kind: 'node', id: from },
    outcome: 'done',
    subject: { kind: 'envelope', ref: envelope },
    facts: { to, seq, type, head },
  };
}
